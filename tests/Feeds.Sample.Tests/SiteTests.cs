using System.Text.Json;

namespace Feeds.Sample.Tests;

public sealed class SiteTests
{
    [Fact]
    public async Task The_dataset_site_carries_a_dataset_whose_feeds_can_be_read()
    {
        await using var reader = await SampleReader.StartAsync();
        var dataset = await DatasetAsync(reader);
        Assert.Equal("Dataset", dataset.GetProperty("@type").GetString());
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", dataset.GetProperty("license").GetString());
        Assert.Equal("Signposting sample data (made up)", dataset.GetProperty("publisher").GetProperty("name").GetString());
        foreach (var feed in dataset.GetProperty("distribution").EnumerateArray())
        {
            var page = await reader.JsonAsync(feed.GetProperty("contentUrl").GetString()!);
            Assert.Equal(feed.GetProperty("additionalType").GetString(), $"https://openactive.io/{page.GetProperty("items")[0].GetProperty("kind").GetString()}");
        }
    }

    [Fact]
    public async Task The_dataset_says_how_many_items_each_feed_has()
    {
        await using var reader = await SampleReader.StartAsync();
        foreach (var feed in (await DatasetAsync(reader)).GetProperty("distribution").EnumerateArray())
        {
            var name = feed.GetProperty("contentUrl").GetString()!.Split('/')[^1];
            Assert.Equal((await reader.DataAsync(name)).Count, feed.GetProperty("totalItems").GetInt32());
        }
    }

    [Fact]
    public async Task The_collection_leads_to_the_catalogue_and_that_to_the_dataset_site()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 30);
        var collection = await reader.JsonAsync("/collection");
        var catalogue = await reader.JsonAsync(collection.GetProperty("hasPart")[0].GetString()!);
        Assert.Equal("DataCatalog", catalogue.GetProperty("@type").GetString());
        Assert.Equal($"{reader.Address}/openactive", catalogue.GetProperty("dataset")[0].GetString());
    }

    private static async Task<JsonElement> DatasetAsync(SampleReader reader)
    {
        const string Start = "<script type=\"application/ld+json\">";
        var html = await reader.TextAsync("/openactive");
        var from = html.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        using var document = JsonDocument.Parse(html[from..html.IndexOf("</script>", from, StringComparison.Ordinal)]);
        return document.RootElement.Clone();
    }
}
