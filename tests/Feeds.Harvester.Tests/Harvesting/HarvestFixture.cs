using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Http;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Tests.Support;
using Microsoft.Data.Sqlite;
using Signposting.Store;
using Signposting.Store.Feeds;
using Signposting.Store.Harvest;

namespace Feeds.Harvester.Tests.Harvesting;

/// <summary>A scripted publisher, a store in a folder of its own, and harvests of the one into the other.</summary>
public sealed class HarvestFixture : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("harvest-");

    private HarvestFixture(ScriptedServer server) => Server = server;

    public ScriptedServer Server { get; }

    public FakeTime Time { get; } = TestHttp.Clock();

    public SpatialStore Store { get; private set; } = null!;

    public HarvestProgress Progress { get; private set; } = new();

    public static async Task<HarvestFixture> StartAsync()
    {
        var fixture = new HarvestFixture(ScriptedServer.Start());
        var options = new StoreOptions(StoreEngine.Sqlite, $"Data Source={Path.Combine(fixture.folder.FullName, "store.db")}");
        fixture.Store = await SpatialStore.OpenAsync(options, fixture.Time, CancellationToken.None);
        return fixture;
    }

    /// <summary>Harvests these targets of the server once, with a progress of its own.</summary>
    public async Task<HarvestProgress> HarvestAsync(params string[] targets)
    {
        Progress = new HarvestProgress();
        await FeedHarvester.HarvestOnceAsync(Options(targets), Store, Progress, CancellationToken.None);
        return Progress;
    }

    public HarvesterOptions Options(params string[] targets) => new()
    {
        Sources = [.. targets.Select(Server.Url)],
        TrustedOrigins = TrustedOrigins.Parse([Server.Origin]),
        ActivityList = Path.Combine(folder.FullName, "no-such-list.jsonld"),
        Http = TestHttp.Options(Server) with { Time = Time },
        Time = Time,
    };

    public async Task<FeedStatus> StatusAsync(string target) =>
        (await Store.ListFeedsAsync(CancellationToken.None)).Single(feed => feed.Url == Server.Url(target));

    public async Task<Feed> FeedAsync(string target) =>
        await Store.FindFeedAsync(Server.Url(target), CancellationToken.None) ?? throw new InvalidOperationException($"There is no feed {target}.");

    /// <summary>Commits an empty page, as another harvester would.</summary>
    public async Task CommitAsync(string target, string next)
    {
        var feed = await FeedAsync(target);
        await Store.CommitPageAsync(new PageCommit { FeedId = feed.Id, Cursor = feed.Cursor, NextCursor = next, Changes = PreparedChanges.Of([]) }, CancellationToken.None);
    }

    /// <summary>As a failing disk may.</summary>
    public async Task DamageFirstOriginalAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "store.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE fragment SET original = x'FFFFFFFFFF' WHERE id = (SELECT min(id) FROM fragment WHERE original IS NOT NULL)";
        if (await command.ExecuteNonQueryAsync() != 1)
            throw new InvalidOperationException("There is no original.");
    }

    /// <summary>Scripts a dataset site with feeds at these targets.</summary>
    public void OnSite(string target, params string[] feeds)
    {
        var distribution = string.Join(',', feeds.Select(feed =>
            $$"""{"@type":"DataDownload","name":"SessionSeries","additionalType":"https://openactive.io/SessionSeries","contentUrl":"{{Server.Url(feed)}}"}"""));
        Server.On(target, Reply.Html($$"""
            <html><head><script type="application/ld+json">
            {"@context":["https://schema.org/"],"@type":"Dataset","@id":"{{Server.Url(target)}}","url":"{{Server.Url(target)}}","name":"Test sessions",
             "license":"https://creativecommons.org/licenses/by/4.0/","publisher":{"@type":"Organization","name":"Test Leisure"},
             "distribution":[{{distribution}}]}
            </script></head><body>Open data</body></html>
            """));
    }

    /// <summary>Scripts a feed of one page and its end.</summary>
    public void OnShortFeed(string target, params string[] items) => Server
        .On(target, Page($"{target}?end", items))
        .On($"{target}?end", Page($"{target}?end"));

    public Reply Page(string next, params string[] items) => Reply.Json(RpdeText.Page(Server.Url(next), items));

    /// <summary>An item that can be found: a series at a place, with nothing more.</summary>
    public static string Series(int id, string modified = "1") => RpdeText.Updated($"\"{id}\"", modified, $$"""
        {"@context":"https://openactive.io/","@type":"SessionSeries","@id":"https://example.org/series/{{id}}","name":"Walk {{id}}",
         "organizer":{"@type":"Organization","name":"Walkers"},
         "location":{"@type":"Place","name":"Park","geo":{"@type":"GeoCoordinates","latitude":53.8,"longitude":-1.55} },
         "subEvent":[{"@type":"ScheduledSession","startDate":"2026-06-10T10:00:00+01:00","endDate":"2026-06-10T11:00:00+01:00"} ] }
        """);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Store.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
