namespace Feeds.Sample.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_bytes()
    {
        await using var one = await SampleReader.StartAsync(seed: 7);
        await using var other = await SampleReader.StartAsync(seed: 7, renderFirst: true);
        foreach (var feed in SampleReader.Feeds)
        {
            Assert.Equal(await BytesAsync(one, feed), await BytesAsync(other, feed));
        }
    }

    [Fact]
    public async Task Another_seed_gives_other_bytes()
    {
        await using var one = await SampleReader.StartAsync(seed: 7);
        await using var other = await SampleReader.StartAsync(seed: 8);
        foreach (var feed in SampleReader.Feeds)
        {
            Assert.NotEqual(await BytesAsync(one, feed), await BytesAsync(other, feed));
        }
    }

    [Fact]
    public async Task A_page_is_the_same_when_it_is_read_again()
    {
        await using var reader = await SampleReader.StartAsync();
        Assert.Equal(await reader.TextAsync("/feeds/slots"), await reader.TextAsync("/feeds/slots"));
    }

    [Fact]
    public async Task A_page_from_the_middle_of_another_has_the_items_that_follow()
    {
        await using var reader = await SampleReader.StartAsync(pageSize: 50);
        var items = await reader.ItemsAsync("scheduled-sessions");
        var (modified, id) = (items[16].GetProperty("modified").GetInt64(), items[16].GetProperty("id").GetInt64());
        var page = await reader.JsonAsync($"/feeds/scheduled-sessions?afterTimestamp={modified}&afterId={id}");
        Assert.Equal(items.Skip(17).Take(50).Select(item => item.GetRawText()), page.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()));
    }

    private static async Task<string> BytesAsync(SampleReader reader, string feed) =>
        (await reader.TextAsync($"/feeds/{feed}")).Replace(reader.Address, "", StringComparison.Ordinal);
}
