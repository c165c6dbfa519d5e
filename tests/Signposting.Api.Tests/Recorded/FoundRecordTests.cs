using System.Text.Json.Nodes;
using Signposting.Store;

namespace Signposting.Api.Tests.Recorded;

/// <summary>Records that real publishers sent, each found with what a person reads in it.</summary>
public sealed class FoundRecordTests
{
    private const string Leeds = "lat=53.798&lon=-1.549&radius=50&attendance=in-person";
    private const string MileEnd = "lat=51.5253&lon=-0.0332&radius=1";
    private const string Congleton = "lat=53.163&lon=-2.211&radius=2";
    private const string MiltonKeynes = "lat=52.04&lon=-0.76&radius=1";

    [Theory, EachEngine("event-not-normalised.json", "event-valid-not-normalised.json")]
    public async Task A_run_in_the_park_is_found_at_the_park_until_it_is_over(StoreEngine engine, string file)
    {
        await using var harvest = await RecordedHarvest.OfRecordAsync(engine, file, "2014-09-16T09:00:00+01:00");

        var run = await harvest.FindOneAsync(MileEnd);

        Assert.Equal(("Hill Session with Tom", "event", "in-person"), Texts(run, "name", "kind", "attendance"));
        Assert.Equal(("Mile End Park, London", "E3 4PL"), ((string?)run["location"]!["address"], (string?)run["location"]!["postcode"]));
        Assert.Equal((51.52462, -0.0354348), Point(run));
        Assert.Equal(("GoodGym", "0203 432 3920", "getinvolved@goodgym.org"), Texts(run["organizer"]!, "name", "telephone", "email"));
        Assert.Equal(["2014-09-23T18:45:00+01:00 to 2014-09-23T20:40:00+01:00, 22 places"], Sessions(run));
        Assert.Equal((true, "Free"), Price(run));
        Assert.Equal(("https://openactive.io/activity-list#72ddb2dc-7d75-424e-880a-d90eabe91381", "Running"), Activity(run));
        Assert.Equal((18, false), ((int?)run["ageRange"]!["min"], (bool)run["ageRange"]!["assumed"]!));
        Assert.Equal("none", (string?)run["genderRestriction"]);
        Assert.Equal("http://www.goodgym.org/happenings/hill-session-with-tom?utm_medium=openactive&utm_source=default", (string?)run["links"]!["web"]);
        Assert.Empty(await harvest.SearchAsync(Leeds));
        harvest.Service.Time.Move(DateTimeOffset.Parse("2014-09-23T20:41:00+01:00") - harvest.Service.Time.GetUtcNow());
        Assert.Empty(await harvest.SearchAsync(MileEnd));
    }

    /// <summary>Its series is embedded in it and says neither where nor for how much: the class does.</summary>
    [Theory, EachEngine("event-with-superevent.json")]
    public async Task A_class_is_found_at_its_place_under_the_name_of_its_series(StoreEngine engine, string file)
    {
        await using var harvest = await RecordedHarvest.OfRecordAsync(engine, file, "2020-07-01T09:00:00+01:00");

        var wod = await harvest.FindOneAsync(Congleton);

        Assert.Equal(("WOD Class", "event", "in-person"), Texts(wod, "name", "kind", "attendance"));
        Assert.Equal(("CrossFit Fierce Spirit", "Unit 5B Thomas Street, Congleton, Cheshire", "CW12 1QU"), Texts(wod["location"]!, "name", "address", "postcode"));
        Assert.Equal((53.1654998, -2.2045996), Point(wod));
        Assert.Equal("CrossFit Fierce Spirit", (string?)wod["organizer"]!["name"]);
        Assert.Equal(["2020-07-04T08:00:00+01:00 to 2020-07-04T09:00:00+01:00, 0 places"], Sessions(wod));
        Assert.Equal((false, "£5.00"), Price(wod));
        Assert.Equal(("https://openactive.io/activity-list#853eab30-5812-44a8-8996-9e9e107bc4f9", "Crossfit"), Activity(wod));
        Assert.Equal((14, false), ((int?)wod["ageRange"]!["min"], (bool)wod["ageRange"]!["assumed"]!));
        Assert.Equal(["Beginner"], wod["level"]!.AsArray().Select(level => (string)level!));
        Assert.Empty(await harvest.SearchAsync(Leeds));
    }

    [Theory, EachEngine("sessionseries.json")]
    public async Task An_evening_of_badminton_is_found_with_its_schedule_in_words_and_as_sessions(StoreEngine engine, string file)
    {
        await using var harvest = await RecordedHarvest.OfRecordAsync(engine, file, "2019-11-22T09:00:00Z");

        var badminton = await harvest.FindOneAsync(MiltonKeynes);

        Assert.Equal("No Strings Badminton and coaching Sessions - Thursday evenings 19:00 - 23:00", (string?)badminton["name"]);
        Assert.Contains("Please pay at Reception", (string?)badminton["description"], StringComparison.Ordinal);
        AssertBadminton(badminton, "Thursdays 19:00–23:00", "jifgh8dinma");
        Assert.Equal(["2019-11-28T19:00:00+00:00 to 2019-11-28T23:00:00+00:00", "2019-12-05T19:00:00+00:00 to 2019-12-05T23:00:00+00:00"], Times(badminton));
        Assert.Equal("2019-11-21T23:17:26+00:00", (string?)badminton["provenance"]![0]!["modified"]);
    }

    /// <summary>One of the two leaves out a day of the summer, as London's time with a Z behind it.</summary>
    [Theory, EachEngine("sessionseries-with-schedule.json", "sessionseries-with-schedule-exdates.json")]
    public async Task Badminton_by_day_is_found_until_its_schedule_ends(StoreEngine engine, string file)
    {
        const string excepted = "2020-07-23T11:00:00+01:00 to 2020-07-23T14:00:00+01:00";
        await using var harvest = await RecordedHarvest.OfRecordAsync(engine, file, "2020-07-20T09:00:00+01:00");

        var badminton = await harvest.FindOneAsync(MiltonKeynes);

        Assert.Equal(("No Strings Badminton - Thursday daytime", "Thursday 11-2pm"), ((string?)badminton["name"], (string?)badminton["description"]));
        AssertBadminton(badminton, "Thursdays 11:00–14:00", "tlqi1kkclv66");
        Assert.Equal(["2020-07-30T11:00:00+01:00 to 2020-07-30T14:00:00+01:00"], Times(badminton).Where(time => time != excepted));
        Assert.Equal(!file.Contains("exdates", StringComparison.Ordinal), Times(badminton).Contains(excepted));
        Assert.Empty(await harvest.SearchAsync(Leeds));
        harvest.Service.Time.Move(DateTimeOffset.Parse("2020-12-05T09:00:00Z") - harvest.Service.Time.GetUtcNow());
        Assert.Empty(await harvest.SearchAsync(MiltonKeynes));
    }

    [Theory, EachEngine("course-with-schedule.json")]
    public async Task An_online_course_is_found_online_and_nowhere_else(StoreEngine engine, string file)
    {
        await using var harvest = await RecordedHarvest.OfRecordAsync(engine, file, "2020-06-26T09:00:00+01:00");

        var dance = await harvest.FindOneAsync("attendance=online");

        Assert.Equal(("S4K TV - Dance", "course", "online"), Texts(dance, "name", "kind", "attendance"));
        Assert.Null(dance["location"]);
        Assert.Equal(("Sport4Kids UK Ltd.", "0300 303 3866", "enquiries@sport4kids.biz"), Texts(dance["organizer"]!, "name", "telephone", "email"));
        Assert.Equal("Fridays 14:30–15:00", (string?)dance["schedule"]);
        Assert.Equal(["2020-06-26T14:30:00+01:00 to 2020-06-26T15:00:00+01:00", "2020-07-03T14:30:00+01:00 to 2020-07-03T15:00:00+01:00"], Times(dance));
        Assert.Equal((true, "Free"), Price(dance));
        Assert.Equal(("https://openactive.io/activity-list#6ca15167-51da-4d91-a1ae-8a45dc47b0ea", "Dance"), Activity(dance));
        Assert.Equal("https://booking.sport4kids.biz/s4k_tv_-_dance01_01052020", (string?)dance["links"]!["book"]);
        Assert.Equal("2020-06-25T12:09:26+01:00", (string?)dance["provenance"]![0]!["modified"]);
        Assert.Empty(await harvest.SearchAsync(Leeds));
    }

    /// <summary>It names Birmingham as the place it is affiliated with, which is not where one goes.</summary>
    [Theory, EachEngine("on-demand-event.json")]
    public async Task Something_on_demand_is_found_online_and_not_in_the_town_of_its_organiser(StoreEngine engine, string file)
    {
        await using var harvest = await RecordedHarvest.OfRecordAsync(engine, file, "2020-04-05T09:00:00+01:00");

        var lessons = await harvest.FindOneAsync("attendance=online&kind=on-demand");

        Assert.Equal(("Otsimo Special Education", "on-demand", "online"), Texts(lessons, "name", "kind", "attendance"));
        Assert.Null(lessons["location"]);
        Assert.Equal("#BrumTogether", (string?)lessons["organizer"]!["name"]);
        Assert.False((bool)lessons["timesPublished"]!);
        Assert.Empty(Times(lessons));
        Assert.Null(lessons["schedule"]);
        Assert.Equal((true, "Free"), Price(lessons));
        Assert.Equal((null, "learning"), Activity(lessons));
        Assert.Equal("https://playwaze.com/brumtogether/lixsvwc39xh/groupplaymanager-display/gvfxx16toupd5n", (string?)lessons["links"]!["web"]);
        Assert.Empty(await harvest.SearchAsync("lat=52.486243&lon=-1.890401&radius=50"));
    }

    private static void AssertBadminton(JsonNode badminton, string schedule, string id)
    {
        Assert.Equal(("session", "in-person"), ((string?)badminton["kind"], (string?)badminton["attendance"]));
        Assert.Null(badminton["location"]!["name"]);
        Assert.Equal((52.0406224, -0.7594171), Point(badminton));
        Assert.Equal("National Badminton Centre, Milton Keynes", (string?)badminton["organizer"]!["name"]);
        Assert.Equal((true, schedule), ((bool)badminton["timesPublished"]!, (string?)badminton["schedule"]));
        Assert.Equal((true, "Free"), Price(badminton));
        Assert.Equal(
            [("General", "published", null), ("Badminton", "inferred", "Badminton")],
            badminton["activity"]!.AsArray().Select(activity => Texts(activity!, "prefLabel", "origin", "words")));
        Assert.Equal($"https://badmintonengland.playwaze.com/Booking/FindBooking?seriesId={id}&Source=OA", (string?)badminton["links"]!["book"]);
        Assert.Equal("place-name-is-coordinates: 52.0406224, -0.7594171", (string?)Assert.Single(badminton["provenance"]![0]!["repairs"]!.AsArray()));
    }

    private static IEnumerable<string> Times(JsonNode item) => item["sessions"]!.AsArray().Select(session => $"{session!["start"]} to {session["end"]}");

    private static (string? First, string? Second, string? Third) Texts(JsonNode node, string first, string second, string third) =>
        ((string?)node[first], (string?)node[second], (string?)node[third]);

    private static (double? Lat, double? Lon) Point(JsonNode item) => ((double?)item["location"]!["lat"], (double?)item["location"]!["lon"]);

    private static (bool Free, string? Text) Price(JsonNode item) => ((bool)item["price"]!["free"]!, (string?)item["price"]!["text"]);

    private static (string? Id, string? Label) Activity(JsonNode item)
    {
        var activity = Assert.Single(item["activity"]!.AsArray())!;
        return ((string?)activity["id"], (string?)activity["prefLabel"]);
    }

    private static IEnumerable<string> Sessions(JsonNode item) =>
        item["sessions"]!.AsArray().Select(session => $"{session!["start"]} to {session["end"]}, {session["remainingPlaces"]} places");
}
