using System.Text.Json;
using Feeds.Harvester.Rpde;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.Rpde;

public sealed class ReferencePagesTests
{
    [Theory]
    [InlineData("scheduled-sessions.page1.json", 500)]
    [InlineData("session-series.page1.json", 500)]
    [InlineData("all-properties.scheduled-sessions.page1.json", 500)]
    [InlineData("all-properties.session-series.page1.json", 60)]
    [InlineData("scheduled-sessions.deleted-page.json", 1)]
    [InlineData("scheduled-sessions.lastpage.json", 0)]
    public async Task Pages_of_the_reference_implementation_are_read_whole(string file, int count)
    {
        var bytes = await File.ReadAllBytesAsync(SharedData.File("feeds", "reference", file));
        await using var server = ScriptedServer.Start().On("/feed", Reply.Bytes(bytes).With("Content-Type", "application/json").Gzipped());
        using var http = TestHttp.Trusting(server);

        using var page = (await new RpdeFeedReader(http).ReadAsync(server.Url("/feed"), default)).Page!;

        Assert.Equal(count, page.Items.Count);
        Assert.Empty(page.Rejected);
        using var expected = JsonDocument.Parse(bytes);
        Assert.Equal(expected.RootElement.GetProperty("next").GetString(), page.Next);
        foreach (var (item, json) in page.Items.Zip(expected.RootElement.GetProperty("items").EnumerateArray()))
        {
            Assert.Equal(json.GetProperty("id").GetRawText(), item.Id);
            Assert.Equal(json.GetProperty("modified").GetInt64(), item.Modified.Order);
            Assert.Equal(json.TryGetProperty("data", out var data) ? data.GetRawText() : "", System.Text.Encoding.UTF8.GetString(item.Data.Span));
        }
    }
}
