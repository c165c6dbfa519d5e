using System.Reflection;
using Feeds.Harvester.Tests.Support;
using Signposting.Store;

namespace Signposting.Api.Tests.Recorded;

/// <summary>Records that real publishers sent and that nobody could be sent to, each with the reason.</summary>
public sealed class RefusedRecordTests
{
    [Theory, EachEngine("sessionseries-with-subevent.json", "scheduledsession-with-superevent.json")]
    public async Task Yoga_that_does_not_say_where_is_refused(StoreEngine engine, string file)
    {
        await using var harvest = await RecordedHarvest.OfRecordAsync(engine, file, "2018-09-01T09:00:00+01:00");

        await AssertRefusedAsync(harvest, "no-location", "\"Wednesday Yoga\" has no location, nor have its parents.");
    }

    [Theory, EachEngine("courseinstance.json")]
    public async Task A_course_that_does_not_say_where_is_refused(StoreEngine engine, string file)
    {
        await using var harvest = await RecordedHarvest.OfRecordAsync(engine, file, "2018-08-28T09:00:00+01:00");

        await AssertRefusedAsync(harvest, "no-location", "\"Sailing Course\" has no location, nor have its parents.");
    }

    /// <summary>The name of its leisure centre is all that it says of its place: neither coordinates nor an address.</summary>
    [Theory, EachEngine("facilityuse.json")]
    public async Task A_facility_without_address_and_coordinates_is_refused(StoreEngine engine, string file)
    {
        await using var harvest = await RecordedHarvest.OfRecordAsync(engine, file, "2020-07-09T09:00:00+01:00");

        await AssertRefusedAsync(harvest, "no-coordinates", "\"Creche 3-5yrs 2hrs\" at \"Southgate Leisure Centre\" has no usable coordinates.");
    }

    /// <summary>Where it is and what it is called stands in its facility's record, which is in another feed.</summary>
    [Theory, EachEngine("slot-referenced-facilityuse.json")]
    public async Task A_slot_whose_facility_nobody_describes_is_an_orphan(StoreEngine engine, string file)
    {
        await using var harvest = await RecordedHarvest.OfRecordAsync(engine, file, "2020-07-09T09:00:00+01:00");

        var feed = await harvest.FeedAsync();

        Assert.Equal((1, 1), ((int)feed["itemsHeld"]!, (int)feed["orphans"]!));
        Assert.Empty(feed["rejected"]!.AsArray());
        Assert.Empty(await harvest.SearchAsync("attendance=any&lat=51.51&lon=-0.12&radius=50&kind=facility"));
    }

    [Fact]
    public void No_record_is_left_out()
    {
        var folder = Path.GetDirectoryName(SharedData.File("feeds", "records", "sessionseries.json"))!;

        var tested = new[] { typeof(FoundRecordTests), typeof(RefusedRecordTests) }
            .SelectMany(type => type.GetMethods())
            .SelectMany(test => test.GetCustomAttribute<EachEngineAttribute>()?.Files ?? []);

        Assert.Equal(Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }

    private static async Task AssertRefusedAsync(RecordedHarvest harvest, string reason, string why)
    {
        var feed = await harvest.FeedAsync();
        var rejected = Assert.Single(feed["rejected"]!.AsArray())!;
        Assert.Equal((reason, 1, why), ((string?)rejected["reason"], (int)rejected["count"]!, (string?)rejected["example"]));
        Assert.Equal(("waiting", 0), ((string?)feed["state"], (int)feed["orphans"]!));
        foreach (var kind in (string[])["session", "course", "event", "facility", "on-demand"])
            Assert.Empty(await harvest.SearchAsync($"attendance=online&kind={kind}"));
    }
}
