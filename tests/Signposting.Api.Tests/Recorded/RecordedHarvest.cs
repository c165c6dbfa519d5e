using System.Text.Json.Nodes;
using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Http;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Tests.Support;
using Signposting.Api.Tests.Running;
using Signposting.Store;

namespace Signposting.Api.Tests.Recorded;

/// <summary>
/// The running service, a publisher on a real socket that serves what real ones once sent, and harvests of the one into
/// the other. What was recorded is in the past: the clock is moved, not the data.
/// </summary>
internal sealed class RecordedHarvest : IAsyncDisposable
{
    private RecordedHarvest(TestService service) => Service = service;

    public ScriptedServer Publisher { get; } = ScriptedServer.Start();

    public TestService Service { get; }

    /// <param name="now">ISO 8601 with an offset.</param>
    public static async Task<RecordedHarvest> StartAsync(StoreEngine engine, string now)
    {
        // Before anything is started, so that nothing is left running where the data is missing.
        SharedData.File("feeds", "reference", "dataset-site.html");
        return new RecordedHarvest(await TestService.StartAsync(engine, DateTimeOffset.Parse(now)));
    }

    /// <summary>A record of a real publisher, harvested as the one item of a feed.</summary>
    public static async Task<RecordedHarvest> OfRecordAsync(StoreEngine engine, string file, string now)
    {
        var harvest = await StartAsync(engine, now);
        harvest.Publisher
            .On("/feed", Reply.Json(RpdeText.Page(harvest.Publisher.Url("/feed?end"), Item(file))))
            .On("/feed?end", Reply.Json(RpdeText.Page(harvest.Publisher.Url("/feed?end"))));
        Assert.True((await harvest.HarvestAsync("/feed")).IsComplete);
        return harvest;
    }

    /// <summary>Harvests these targets of the publisher once, to their last pages.</summary>
    public async Task<HarvestProgress> HarvestAsync(params string[] targets)
    {
        var progress = new HarvestProgress();
        var options = new HarvesterOptions
        {
            Sources = [.. targets.Select(Publisher.Url)],
            TrustedOrigins = TrustedOrigins.Parse([Publisher.Origin]),
            ActivityList = SharedData.File("vocabularies", "activity-list.jsonld"),
            Time = Service.Time,
        };
        await FeedHarvester.HarvestOnceAsync(options, Service.Store, progress, TestContext.Current.CancellationToken);
        return progress;
    }

    /// <summary>Everything that a search finds, over all its pages.</summary>
    public async Task<IReadOnlyList<JsonNode>> SearchAsync(string parameters)
    {
        var items = new List<JsonNode>();
        for (var path = $"/v1/opportunities?{parameters}"; path is not null;)
        {
            var page = await Service.JsonAsync(path);
            items.AddRange(page["items"]!.AsArray()!);
            path = (string?)page["next"];
        }

        return items;
    }

    /// <summary>The only one that a search finds.</summary>
    public async Task<JsonNode> FindOneAsync(string parameters) => Assert.Single(await SearchAsync(parameters));

    /// <summary>A feed as <c>GET /v1/feeds</c> shows it.</summary>
    public async Task<JsonNode> FeedAsync(string target = "/feed") =>
        (await Service.JsonAsync("/v1/feeds"))["items"]!.AsArray().Single(feed => (string?)feed!["url"] == Publisher.Url(target))!;

    public async ValueTask DisposeAsync()
    {
        await Publisher.DisposeAsync();
        await Service.DisposeAsync();
    }

    /// <summary>Some records are whole RPDE items, some only the <c>data</c> of one.</summary>
    private static string Item(string file)
    {
        var text = File.ReadAllText(SharedData.File("feeds", "records", file));
        var data = JsonNode.Parse(text)!;
        return data["state"] is not null ? text : RpdeText.Updated(data["data"]!["identifier"]!.ToJsonString(), data: data["data"]!.ToJsonString(), kind: (string)data["data"]!["type"]!);
    }
}
