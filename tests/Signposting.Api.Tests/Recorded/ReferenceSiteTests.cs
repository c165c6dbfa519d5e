using System.Text.Json;
using Feeds.Harvester.Tests.Support;
using Signposting.Store;

namespace Signposting.Api.Tests.Recorded;

/// <summary>The dataset site and the feeds of OpenActive's reference implementation, as recorded on an evening in November 2026.</summary>
public sealed class ReferenceSiteTests
{
    private const string Site = "/openactive/";
    private const string Sessions = "/feeds/scheduled-sessions";
    private const string Series = "/feeds/session-series";
    private const string SessionsEnd = Sessions + "?afterTimestamp=639308982657511117&afterId=20000";
    private const string Oxford = "lat=51.7502&lon=-1.2650&radius=2&limit=100";
    private const string Now = "2026-11-21T22:51:08+00:00";
    private const string AllPropertiesNow = "2026-11-21T22:55:00+00:00";

    [Theory, EachEngine]
    public async Task Every_recorded_series_is_found_where_it_is_with_its_sessions_price_and_organiser(StoreEngine engine)
    {
        await using var harvest = await RecordedHarvest.StartAsync(engine, Now);
        PublishSite(harvest);

        await harvest.HarvestAsync(Site);

        var recorded = RecordedSeries.Read(Page(harvest, "session-series.page1.json"), Page(harvest, "scheduled-sessions.page1.json"), DateTimeOffset.Parse(Now));
        await AssertFoundAsync(harvest, recorded);
        Assert.Equal((500, 336, 348, 50), Shape(recorded));
    }

    [Theory, EachEngine]
    public async Task Feeds_that_answer_404_are_shown_as_such_and_keep_no_other_from_its_last_page(StoreEngine engine)
    {
        await using var harvest = await RecordedHarvest.StartAsync(engine, Now);
        PublishSite(harvest);

        var progress = await harvest.HarvestAsync(Site);

        Assert.False(progress.IsComplete);
        Assert.Equal(
            [
                "FacilityUse gone http-404 0", "Slot gone http-404 0", "ScheduledSession waiting  500", "SessionSeries waiting  500",
            ],
            await FeedsAsync(harvest));
        var feed = await harvest.FeedAsync(Sessions);
        Assert.Equal(harvest.Publisher.Url(Site), (string?)feed["dataset"]);
        Assert.Equal(("OpenActive Reference Implementation", "https://creativecommons.org/licenses/by/4.0/"), ((string?)feed["publisher"], (string?)feed["licence"]));
        Assert.Equal((0, 0), ((int)feed["orphans"]!, feed["rejected"]!.AsArray().Count));
    }

    /// <summary>Session 20001 was made and deleted while nobody was looking.</summary>
    [Theory, EachEngine]
    public async Task A_later_poll_that_brings_a_tombstone_for_an_unknown_session_removes_nothing(StoreEngine engine)
    {
        await using var harvest = await RecordedHarvest.StartAsync(engine, Now);
        PublishSite(harvest);
        await harvest.HarvestAsync(Site);
        var before = await FoundAsync(harvest, $"{Oxford}&attendance=any");
        const string End = Sessions + "?afterTimestamp=639308984352150334&afterId=20001";
        harvest.Publisher.On(SessionsEnd, Recorded(harvest, "scheduled-sessions.deleted-page.json")).On(End, Reply.Json(RpdeText.Page(harvest.Publisher.Url(End))));
        harvest.Service.Time.Move(TimeSpan.FromMinutes(3));

        var progress = await harvest.HarvestAsync(Site);

        Assert.Equal(1, progress.Totals().Items);
        Assert.Equal(1, harvest.Publisher.Count(Sessions));
        Assert.Equal(1, harvest.Publisher.Count(End));
        Assert.Contains("ScheduledSession waiting  500", await FeedsAsync(harvest));
        Assert.Equal(500, before.Count);
        Assert.Equal(before.Keys, (await FoundAsync(harvest, $"{Oxford}&attendance=any")).Keys);
    }

    [Theory, EachEngine]
    public async Task Series_that_fill_every_property_are_found_too(StoreEngine engine)
    {
        await using var harvest = await RecordedHarvest.StartAsync(engine, AllPropertiesNow);
        Publish(harvest, Sessions, "all-properties.scheduled-sessions.page1.json");
        Publish(harvest, Series, "all-properties.session-series.page1.json");

        var progress = await harvest.HarvestAsync(Sessions, Series);

        Assert.True(progress.IsComplete);
        var (series, sessions) = (Page(harvest, "all-properties.session-series.page1.json"), Page(harvest, "all-properties.scheduled-sessions.page1.json"));
        var recorded = RecordedSeries.Read(series, sessions, DateTimeOffset.Parse(AllPropertiesNow));
        await AssertFoundAsync(harvest, recorded);
        Assert.Equal((60, 39, 34, 50), Shape(recorded));
        Assert.Empty((await harvest.FeedAsync(Series))["rejected"]!.AsArray());
    }

    private static async Task AssertFoundAsync(RecordedHarvest harvest, IReadOnlyList<RecordedSeries> recorded)
    {
        var inPerson = await FoundAsync(harvest, Oxford);
        var online = await FoundAsync(harvest, "attendance=online&limit=100");

        Assert.Equal(recorded.Where(series => series.Attendance != "online").Select(series => series.Id).Order(StringComparer.Ordinal), inPerson.Keys);
        Assert.Equal(recorded.Where(series => series.Attendance != "in-person").Select(series => series.Id).Order(StringComparer.Ordinal), online.Keys);
        Assert.All(recorded, series => Assert.Equal(series, inPerson.GetValueOrDefault(series.Id) ?? online[series.Id]));
        Assert.Empty(await harvest.SearchAsync("lat=53.798&lon=-1.549&radius=50"));
    }

    private static async Task<SortedDictionary<string, RecordedSeries>> FoundAsync(RecordedHarvest harvest, string parameters)
    {
        var found = (await harvest.SearchAsync(parameters)).Select(RecordedSeries.OfAnswer).ToDictionary(series => series.Id);
        return new(found, StringComparer.Ordinal);
    }

    private static (int All, int Placed, int Online, int WithSessions) Shape(IReadOnlyList<RecordedSeries> recorded) => (
        recorded.Count,
        recorded.Count(series => series.Place is not null),
        recorded.Count(series => series.Attendance != "in-person"),
        recorded.Count(series => series.Sessions.Length > 0));

    /// <summary>Kind, state, fault and items of each feed.</summary>
    private static async Task<IEnumerable<string>> FeedsAsync(RecordedHarvest harvest) =>
        (await harvest.Service.JsonAsync("/v1/feeds"))["items"]!.AsArray()
            .Select(feed => $"{feed!["kind"]} {feed["state"]} {feed["fault"]?["code"]} {feed["itemsHeld"]}");

    /// <summary>The site, and of its feeds the first and the last page: the pages between them were not recorded.</summary>
    private static void PublishSite(RecordedHarvest harvest)
    {
        harvest.Publisher.On(Site, Reply.Html(Page(harvest, "dataset-site.html")));
        Publish(harvest, Sessions, "scheduled-sessions.page1.json", "scheduled-sessions.lastpage.json");
        Publish(harvest, Series, "session-series.page1.json", "session-series.lastpage.json");
    }

    /// <summary>A feed of a recorded page and its recorded end, or an empty one where that was not recorded.</summary>
    private static void Publish(RecordedHarvest harvest, string feed, string first, string? last = null)
    {
        var next = Next(Page(harvest, first));
        harvest.Publisher.On(feed, Recorded(harvest, first));
        harvest.Publisher.On(new Uri(next).PathAndQuery, last is null ? Reply.Json(RpdeText.Page(next)) : Recorded(harvest, last));
        if (last is not null)
            harvest.Publisher.On(new Uri(Next(Page(harvest, last))).PathAndQuery, Recorded(harvest, last));
    }

    private static Reply Recorded(RecordedHarvest harvest, string file) => Reply.Json(Page(harvest, file));

    private static string Next(string page)
    {
        using var document = JsonDocument.Parse(page);
        return document.RootElement.GetProperty("next").GetString()!;
    }

    /// <summary>A recorded page with this publisher's address in place of the one that it had.</summary>
    private static string Page(RecordedHarvest harvest, string file)
    {
        var address = $"127.0.0.1:{harvest.Publisher.Port}";
        return File.ReadAllText(SharedData.File("feeds", "reference", file))
            .Replace("127.0.0.1:5055", address, StringComparison.Ordinal)
            .Replace("127.0.0.1:5057", address, StringComparison.Ordinal);
    }
}
