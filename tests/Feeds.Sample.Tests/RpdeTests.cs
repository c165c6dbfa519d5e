using System.Net;
using System.Text.Json;

namespace Feeds.Sample.Tests;

public sealed class RpdeTests
{
    [Fact]
    public async Task The_last_page_is_empty_and_names_its_own_url()
    {
        await using var reader = await SampleReader.StartAsync();
        foreach (var feed in SampleReader.Feeds)
        {
            var (url, page) = (await reader.PagesAsync(feed))[^1];
            Assert.Equal(0, page.GetProperty("items").GetArrayLength());
            Assert.Equal(url, page.GetProperty("next").GetString());
        }
    }

    [Fact]
    public async Task Only_the_last_page_is_empty_and_every_page_has_the_licence()
    {
        await using var reader = await SampleReader.StartAsync();
        foreach (var feed in SampleReader.Feeds)
        {
            var pages = await reader.PagesAsync(feed);
            Assert.All(pages[..^1], page => Assert.NotEqual(0, page.Page.GetProperty("items").GetArrayLength()));
            Assert.All(pages, page => Assert.Equal("https://creativecommons.org/licenses/by/4.0/", page.Page.GetProperty("license").GetString()));
        }
    }

    [Theory]
    [InlineData("session-series")]
    [InlineData("scheduled-sessions")]
    public async Task Items_ascend_by_modified_and_then_by_id(string feed)
    {
        await using var reader = await SampleReader.StartAsync();
        var keys = (await reader.ItemsAsync(feed)).ConvertAll(item => (item.GetProperty("modified").GetInt64(), item.GetProperty("id").GetInt64()));
        Assert.Equal(keys.Order(), keys);
        Assert.Contains(keys.Zip(keys.Skip(1)), pair => pair.First.Item1 == pair.Second.Item1);
    }

    [Theory]
    [InlineData("slots")]
    [InlineData("facility-uses")]
    [InlineData("course-instances")]
    public async Task Items_with_text_ids_ascend_by_modified_and_then_by_id(string feed)
    {
        await using var reader = await SampleReader.StartAsync();
        var items = await reader.ItemsAsync(feed);
        foreach (var (one, next) in items.Zip(items.Skip(1)))
        {
            var (before, after) = (one.GetProperty("modified").GetInt64(), next.GetProperty("modified").GetInt64());
            Assert.True(before < after || (before == after && string.CompareOrdinal(one.GetProperty("id").GetString(), next.GetProperty("id").GetString()) < 0));
        }
    }

    [Fact]
    public async Task Ids_are_unique_in_their_feed_and_json_ld_ids_everywhere()
    {
        await using var reader = await SampleReader.StartAsync();
        var all = new HashSet<string>();
        foreach (var feed in SampleReader.Feeds)
        {
            var items = await reader.ItemsAsync(feed);
            Assert.Equal(items.Count, items.Select(item => item.GetProperty("id").ToString()).Distinct().Count());
            Assert.All(await reader.DataAsync(feed), data => Assert.True(all.Add(data.GetProperty("@id").GetString()!)));
        }
    }

    [Fact]
    public async Task Tombstones_occur_and_carry_no_data()
    {
        await using var reader = await SampleReader.StartAsync();
        var items = await reader.ItemsAsync("scheduled-sessions");
        var deleted = items.FindAll(item => item.GetProperty("state").GetString() == "deleted");
        Assert.InRange(deleted.Count, items.Count / 70, items.Count / 50);
        Assert.All(deleted, item => Assert.False(item.TryGetProperty("data", out _)));
    }

    [Fact]
    public async Task Some_modified_values_are_beyond_what_a_double_can_hold()
    {
        await using var reader = await SampleReader.StartAsync();
        Assert.Contains(await reader.ItemsAsync("slots"), item => item.GetProperty("modified").GetInt64() is var modified && (long)(double)modified != modified);
    }

    [Fact]
    public async Task A_page_says_its_type_and_how_long_it_lasts()
    {
        await using var reader = await SampleReader.StartAsync();
        var pages = await reader.PagesAsync("slots");
        using var first = await reader.Http.GetAsync(new Uri(pages[0].Url));
        using var last = await reader.Http.GetAsync(new Uri(pages[^1].Url));
        Assert.Equal("application/vnd.openactive.rpde+json; version=1", first.Content.Headers.ContentType?.ToString());
        Assert.Equal(TimeSpan.FromHours(1), first.Headers.CacheControl?.MaxAge);
        Assert.Equal(TimeSpan.FromSeconds(8), last.Headers.CacheControl?.MaxAge);
    }

    [Fact]
    public async Task A_feed_without_items_is_at_its_end_at_once()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 1, sessions: 0);
        var pages = await reader.PagesAsync("slots");
        Assert.Equal(0, Assert.Single(pages).Page.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("session-series?afterTimestamp=soon&afterId=1", "afterTimestamp")]
    [InlineData("session-series?afterTimestamp=1", "afterId")]
    [InlineData("session-series?afterTimestamp=1&afterId=x", "afterId")]
    [InlineData("session-series?afterChangeNumber=1", "afterChangeNumber")]
    public async Task A_wrong_cursor_is_refused_by_name(string path, string named)
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 30);
        using var answer = await reader.Http.GetAsync(new Uri($"{reader.Address}/feeds/{path}"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains(named, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
