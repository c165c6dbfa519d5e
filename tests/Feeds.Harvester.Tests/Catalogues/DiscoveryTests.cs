using System.Text.Json;
using Feeds.Harvester.Catalogues;
using Feeds.Harvester.Http;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.Catalogues;

public sealed class DiscoveryTests
{
    [Fact(Timeout = 60_000)]
    public async Task Nested_collections_lead_to_all_datasets_in_a_steady_order()
    {
        await using var server = ScriptedServer.Start()
            .On("/all", Reply.Json("""{"hasPart":["/more","/c1"]}""")).On("/more", Reply.Json("""{"hasPart":["/c2","/all"]}"""))
            .On("/c1", Reply.Json("""{"dataset":["/d1","/d2","/d1"]}""")).On("/c2", Reply.Json("""{"dataset":["/d3"]}"""))
            .On("/d1", Site("/f1")).On("/d2", Site("/f2", "/f2b")).On("/d3", Site("/f3"));

        var found = await CollectAsync(server, ["/all"]);

        Assert.Equal(["/f1", "/f2", "/f2b", "/f3"], Feeds(server, found).Order(StringComparer.Ordinal));
        Assert.Equal(found.Select(one => one.Url), (await CollectAsync(server, ["/all"])).Select(one => one.Url));
        Assert.Equal(2, server.Count("/d1"));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_cannot_be_read_is_reported_and_stops_nothing()
    {
        await using var server = ScriptedServer.Start()
            .On("/all", Reply.Json("""{"hasPart":["/gone","http://10.0.0.1/","/page","/c1","mailto:x"]}""")).On("/page", Reply.Html("<p>"))
            .On("/c1", Reply.Json("""{"dataset":["/broken","/d1"]}""")).On("/broken", Reply.Json("{")).On("/d1", Site("/f1"));

        var found = await CollectAsync(server, ["/all"]);

        Assert.Equal(["/f1"], Feeds(server, found));
        Assert.Equal(
            [FaultCode.NotFound, FaultCode.ForbiddenAddress, FaultCode.Html, FaultCode.BadJson, FaultCode.BadUrl],
            found.OfType<Discovered.Failure>().Select(failure => failure.Fault.Code));
    }

    [Fact(Timeout = 60_000)]
    public async Task Findings_come_before_a_slow_catalogue_has_answered()
    {
        var signal = new TaskCompletionSource();
        await using var server = ScriptedServer.Start()
            .On("/slow", Reply.After(signal.Task, Reply.Json("""{"dataset":["/d2"]}""")))
            .On("/c1", Reply.Json("""{"dataset":["/d1"]}""")).On("/d1", Site("/f1")).On("/d2", Site("/f2"));
        using var http = TestHttp.Trusting(server);
        List<string> seen = [];

        await foreach (var found in new Discovery(new SourceReader(http)).WalkAsync([server.Url("/slow"), server.Url("/c1")]))
        {
            seen.Add(found.Url);
            signal.TrySetResult();
        }

        Assert.Equal([server.Url("/d1"), server.Url("/d2")], seen);
    }

    [Fact(Timeout = 60_000)]
    public async Task Every_source_is_told_by_its_content()
    {
        await using var server = ScriptedServer.Start()
            .On("/collection", Reply.Json("""{"hasPart":["/c1"]}""")).On("/c1", Reply.Json("""{"dataset":["/d1"]}"""))
            .On("/d1", Site("/f1")).On("/d2", Site("/f2")).On("/feed", Reply.Json(RpdeText.Page("/next", RpdeText.Updated("1"))));

        var found = await CollectAsync(server, ["/d2", "/feed", "/collection"]);

        Assert.Equal(["Dataset", "Feed", "Dataset"], found.Select(one => one.GetType().Name));
        Assert.Equal([server.Url("/d2"), server.Url("/feed"), server.Url("/d1")], found.Select(one => one.Url));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_feed_named_by_two_datasets_is_handed_out_once()
    {
        await using var server = ScriptedServer.Start().On("/d1", Site("/f1", "/both", "/both")).On("/d2", Site("/both", "/f2"));

        var found = await CollectAsync(server, ["/d1", "/d2"], new DiscoveryLimits { AtOnce = 1 });

        Assert.Equal(["/f1", "/both", "/f2"], Feeds(server, found));
    }

    [Fact(Timeout = 60_000)]
    public async Task Collections_without_a_bottom_are_left_at_the_fifth_level()
    {
        await using var server = ScriptedServer.Start().Otherwise(request => Reply.Json($$"""{"hasPart":["{{request.Target}}x"]}"""));

        var found = await CollectAsync(server, ["/"]);

        Assert.Equal(FaultCode.TooMany, Assert.IsType<Discovered.Failure>(Assert.Single(found)).Fault.Code);
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Sites_and_feeds_without_number_are_left_at_the_limit()
    {
        await using var server = ScriptedServer.Start()
            .On("/all", Reply.Json($$"""{"dataset":{{JsonSerializer.Serialize(Enumerable.Range(0, 100).Select(site => $"/d{site}"))}}}"""))
            .Otherwise(request => Site(request.Target + "f"));

        var sites = await CollectAsync(server, ["/all"], new DiscoveryLimits { Pages = 11 });
        var feeds = await CollectAsync(server, ["/all"], new DiscoveryLimits { Feeds = 7 });

        Assert.Equal(10, Feeds(server, sites).Count());
        Assert.Equal(7, Feeds(server, feeds).Count());
        Assert.Single(sites.OfType<Discovered.Failure>());
        Assert.Single(feeds.OfType<Discovered.Failure>());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_catalogue_without_end_is_named_and_leaves_the_others_their_places()
    {
        string[] sites = [.. Enumerable.Range(0, 100).Select(site => $"/d{site}")];
        await using var server = ScriptedServer.Start()
            .On("/all", Reply.Json("""{"hasPart":["/endless","/honest"]}"""))
            .On("/endless", Reply.Json("""{"hasPart":["/more"],"dataset":["/x1","/x2"]}"""))
            .On("/more", Reply.Json($$"""{"dataset":{{JsonSerializer.Serialize(sites)}}}"""))
            .On("/honest", Reply.Json("""{"dataset":["/good"]}""")).On("/good", Site("/good/f"))
            .Otherwise(request => Site(request.Target + "/f1", request.Target + "/f2"));

        var pages = await CollectAsync(server, ["/all"], new DiscoveryLimits { PagesPerBranch = 10 });
        var feeds = await CollectAsync(server, ["/all"], new DiscoveryLimits { FeedsPerBranch = 5 });
        var links = await CollectAsync(server, ["/all"], new DiscoveryLimits { Links = 20 });

        Assert.All([pages, feeds, links], found => Assert.Contains("/good/f", Feeds(server, found)));
        Assert.Equal([8 * 2, 5, 22 * 2], new[] { pages, feeds, links }.Select(found => Feeds(server, found).Count() - 1));
        Assert.Equal(
            ["/endless", "/endless", "/more"],
            new[] { pages, feeds, links }.Select(found => Assert.Single(found.OfType<Discovered.Failure>()).Url[server.Origin.Length..]));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_host_that_does_not_answer_keeps_no_other_waiting()
    {
        await using var silent = ScriptedServer.Start().Otherwise(_ => Reply.ThenSilence());
        await using var honest = ScriptedServer.Start().On("/d1", Site("/f1"));
        using var http = TestHttp.Trusting(silent, honest);
        var sources = Enumerable.Range(0, 20).Select(number => silent.Url($"/{number}")).Append(honest.Url("/d1"));

        await foreach (var found in new Discovery(new SourceReader(http)).WalkAsync(sources))
        {
            Assert.Equal(honest.Url("/d1"), Assert.IsType<Discovered.Dataset>(found).Url);
            break;
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task A_walk_can_be_broken_off()
    {
        await using var server = ScriptedServer.Start().On("/slow", Reply.ThenSilence()).On("/d1", Site("/f1"));
        using var http = TestHttp.Trusting(server);

        await foreach (var found in new Discovery(new SourceReader(http)).WalkAsync([server.Url("/slow"), server.Url("/d1")]))
        {
            Assert.Equal(server.Url("/d1"), found.Url);
            break;
        }
    }

    private static Reply Site(params string[] feeds) => Reply.Html(
        $$"""<script type="application/ld+json">{"@type":"Dataset","distribution":[{{string.Join(',', feeds.Select(feed => $$"""{"contentUrl":"{{feed}}"}"""))}}]}</script>""");

    private static IEnumerable<string> Feeds(ScriptedServer server, IEnumerable<Discovered> found) =>
        found.OfType<Discovered.Dataset>().SelectMany(dataset => dataset.Site.Feeds).Select(feed => feed.Url[server.Origin.Length..]);

    private static async Task<IReadOnlyList<Discovered>> CollectAsync(ScriptedServer server, string[] sources, DiscoveryLimits? limits = null)
    {
        using var http = TestHttp.Trusting(server);
        return await new Discovery(new SourceReader(http), limits).CollectAsync(sources.Select(server.Url), default);
    }
}
