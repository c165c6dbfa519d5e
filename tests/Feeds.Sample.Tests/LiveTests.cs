using System.Text.Json;

namespace Feeds.Sample.Tests;

public sealed class LiveTests
{
    [Fact]
    public async Task A_reader_at_the_end_of_a_feed_gets_what_has_changed_since()
    {
        await using var reader = await SampleReader.StartAsync();
        var end = (await reader.PagesAsync("scheduled-sessions"))[^1].Url;

        reader.Publisher.Change(200);

        var items = (await reader.JsonAsync(end)).GetProperty("items").EnumerateArray().ToList();
        Assert.InRange(items.Count, 60, 120);
        Assert.InRange(items.Count(item => item.GetProperty("state").GetString() == "deleted"), 2, 20);
        Assert.InRange(items.Count(IsCancelled), 5, 30);
    }

    [Fact]
    public async Task Whoever_reads_on_from_an_old_end_holds_what_a_new_reader_holds()
    {
        await using var reader = await SampleReader.StartAsync();
        foreach (var feed in SampleReader.Feeds)
        {
            var held = new Dictionary<string, string>();
            var end = await ReadOnAsync(reader, $"{reader.Address}/feeds/{feed}", held);
            for (var round = 0; round < 5; round++)
            {
                reader.Publisher.Change(150);
                end = await ReadOnAsync(reader, end, held);
            }

            var anew = new Dictionary<string, string>();
            await ReadOnAsync(reader, $"{reader.Address}/feeds/{feed}", anew);
            Assert.Equal(anew.OrderBy(item => item.Key, StringComparer.Ordinal), held.OrderBy(item => item.Key, StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task After_many_changes_each_item_stands_once_and_modified_still_ascends()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 60);
        reader.Publisher.Change(5000);
        foreach (var feed in SampleReader.Feeds)
        {
            var items = await reader.ItemsAsync(feed);
            var modified = items.ConvertAll(item => item.GetProperty("modified").GetInt64());
            Assert.Equal(modified.Order(), modified);
            Assert.Equal(items.Count, items.Select(item => item.GetProperty("id").ToString()).Distinct().Count());
        }
    }

    [Fact]
    public async Task The_same_changes_give_the_same_feed_however_they_came()
    {
        await using var one = await SampleReader.StartAsync(odd: true);
        await using var other = await SampleReader.StartAsync(odd: true);
        one.Publisher.Change(300);
        for (var change = 0; change < 300; change++)
            other.Publisher.Change(1);

        foreach (var feed in SampleReader.Feeds)
            Assert.Equal((await one.ItemsAsync(feed)).Select(item => item.GetRawText()), (await other.ItemsAsync(feed)).Select(item => item.GetRawText()));
    }

    [Fact]
    public async Task Changes_come_by_themselves_when_they_are_asked_for()
    {
        await using var reader = await SampleReader.StartAsync(changesPerSecond: 1000);
        var end = (await reader.PagesAsync("slots"))[^1].Url;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await reader.JsonAsync(end)).GetProperty("items").GetArrayLength() == 0)
            patience.Token.ThrowIfCancellationRequested();
    }

    private static bool IsCancelled(JsonElement item) =>
        item.TryGetProperty("data", out var data) && data.TryGetProperty("eventStatus", out var status) && status.GetString() == "https://schema.org/EventCancelled";

    /// <summary>Reads from a URL to the end, as a harvester would, and returns the URL of the end.</summary>
    private static async Task<string> ReadOnAsync(SampleReader reader, string url, Dictionary<string, string> held)
    {
        while (true)
        {
            var page = await reader.JsonAsync(url);
            foreach (var item in page.GetProperty("items").EnumerateArray())
                held[item.GetProperty("id").ToString()] = item.GetRawText();
            var next = page.GetProperty("next").GetString()!;
            if (next == url)
                return url;
            url = next;
        }
    }
}
