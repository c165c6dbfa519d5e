using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

/// <summary>Records that publishers really sent, each with what it truly says.</summary>
public sealed class RecordedItemTests
{
    [Theory]
    [InlineData("event-not-normalised.json")]
    [InlineData("event-valid-not-normalised.json")]
    public void A_run_in_the_park_is_an_event_of_its_own(string file)
    {
        var change = Read(file);
        var fragment = Assert.Single(change.Fragments);
        var own = Normal.Own(change);
        Assert.Equal(Normal.Key("http://www.goodgym.org/api/happenings/hill-session-with-tom"), fragment.Subject);
        Assert.Equal(OpportunityType.Event, fragment.Type);
        Assert.Equal("Hill Session with Tom", own.Name);
        Assert.StartsWith("Come along for a challenging", own.Text, StringComparison.Ordinal);
        Assert.Equal(new GeoPoint(51.52462, -0.0354348), own.Place!.Point);
        Assert.Equal("E3 4PL", own.Place.Postcode);
        Assert.Equal("Mile End Park, London", own.Place.Address);
        Assert.Equal("GoodGym", own.Organizer!.Name);
        Assert.Equal("getinvolved@goodgym.org", own.Organizer.Email);
        Assert.Equal(("Running", null), Assert.Single(own.Activities!) is { Id: not null } activity ? (activity.Label, activity.Words) : default);
        Assert.Equal(0m, Assert.Single(own.Offers!).Price);
        Assert.Equal(new AgeRange(18, null), own.AgeRange);
        Assert.Equal(GenderRestriction.None, own.Gender);
        Assert.Equal(["intermediate"], own.Levels!);
        Assert.Equal("Training Session", own.Programme);
        Assert.Null(own.Leader);
        Assert.Null(own.Image);
        var session = Normal.Session(change);
        Assert.Equal(Normal.Time("2014-09-23T18:45:00+01:00"), session.Start);
        Assert.Equal(Normal.Time("2014-09-23T20:40:00+01:00"), session.End);
        Assert.Equal(22, session.RemainingPlaces);
    }

    [Fact]
    public void A_class_brings_its_series_and_states_its_own_place_and_price()
    {
        var change = Read("event-with-superevent.json");
        var series = Assert.Single(change.Fragments);
        Assert.Equal(FragmentOrigin.Embedded, series.Origin);
        Assert.Equal(OpportunityType.EventSeries, series.Type);
        Assert.Equal("WOD Class", series.Description.Name);
        Assert.Equal("CrossFit Fierce Spirit", series.Description.Organizer!.Name);
        var session = Normal.Session(change);
        Assert.Equal(series.Subject, session.Subject);
        Assert.Equal(Normal.Time("2020-07-04T07:00:00Z"), session.Start);
        Assert.Equal(TimeSpan.FromHours(1), session.Start.Offset);
        Assert.Equal(0, session.RemainingPlaces);
        Assert.Equal("CW12 1QU", session.Own!.Place!.Postcode);
        Assert.Equal(5.00m, Assert.Single(session.Own.Offers!).Price);
    }

    [Theory]
    [InlineData("sessionseries.json", "Thursdays 19:00–23:00", "2019-11-21T00:00Z", "2020-10-17T23:00Z")]
    [InlineData("sessionseries-with-schedule.json", "Thursdays 11:00–14:00", "2020-01-02T00:00Z", "2020-12-05T00:00Z")]
    [InlineData("sessionseries-with-schedule-exdates.json", "Thursdays 11:00–14:00", "2020-01-02T00:00Z", "2020-12-05T00:00Z")]
    public void A_badminton_series_has_a_schedule_and_a_place_without_a_name(string file, string schedule, string from, string to)
    {
        var own = Normal.Own(Read(file));
        Assert.StartsWith("No Strings Badminton", own.Name, StringComparison.Ordinal);
        Assert.Equal(schedule, own.Schedule);
        Assert.Equal(Normal.Time(from), own.PeriodStart);
        Assert.Equal(Normal.Time(to), own.PeriodEnd);
        Assert.Null(own.Place!.Name);
        Assert.Equal(new GeoPoint(52.0406224, -0.7594171), own.Place.Point);
        Assert.Equal("National Badminton Centre, Milton Keynes", own.Organizer!.Name);
        Assert.Equal(0m, Assert.Single(own.Offers!).Price);
        Assert.Equal([("General", null), ("Badminton", "Badminton")], own.Activities!.Select(activity => (activity.Label, activity.Words)));
        Assert.Equal(["place-name-is-coordinates: 52.0406224, -0.7594171"], own.Repairs!);
    }

    [Fact]
    public void A_series_brings_its_sessions()
    {
        var change = Read("sessionseries-with-subevent.json");
        Assert.Equal("Wednesday Yoga", Normal.Own(change).Name);
        var session = Normal.Session(change);
        Assert.True(session.IsEmbedded);
        Assert.Equal(change.Fragments[0].Subject, session.Subject);
        Assert.Equal(Normal.Time("2018-09-05T23:00Z"), session.Start);
        Assert.Equal("http://www.example.org/events/2", session.Url);
        Assert.Null(session.Own);
    }

    [Fact]
    public void A_session_brings_its_series_that_has_no_id()
    {
        var change = Read("scheduledsession-with-superevent.json");
        var series = Assert.Single(change.Fragments);
        Assert.Equal("Wednesday Yoga", series.Description.Name);
        Assert.Equal(OpportunityType.SessionSeries, series.Type);
        Assert.Equal(series.Subject, Normal.Session(change).Subject);
        Assert.True(change.Original.IsEmpty);
    }

    [Fact]
    public void An_online_course_has_days_but_no_sessions()
    {
        var change = Read("course-with-schedule.json");
        var own = Normal.Own(change);
        Assert.Empty(change.Sessions);
        Assert.Equal("S4K TV - Dance", own.Name);
        Assert.Equal(AttendanceMode.Online, own.Attendance);
        Assert.Equal("Fridays 14:30–15:00", own.Schedule);
        Assert.Equal(Normal.Time("2020-05-01T00:00+01:00"), own.PeriodStart);
        Assert.Equal(Normal.Time("2020-09-05T00:00+01:00"), own.PeriodEnd);
        Assert.Equal("0300 303 3866", own.Organizer!.Telephone);
        Assert.Null(own.Place);
    }

    [Fact]
    public void A_course_of_ten_weeks_has_the_session_that_it_names()
    {
        var change = Read("courseinstance.json");
        Assert.Equal("Sailing Course", Normal.Own(change).Name);
        Assert.Equal(OpportunityType.CourseInstance, change.Fragments[0].Type);
        var session = Normal.Session(change);
        Assert.False(session.IsWhole);
        Assert.Equal(Normal.Time("2018-08-30T14:00Z"), session.Start);
        Assert.Equal(Normal.Time("2018-08-30T15:00Z"), session.End);
    }

    [Fact]
    public void A_facility_without_an_address_is_kept_without_a_position()
    {
        var change = Read("facilityuse.json");
        var own = Normal.Own(change);
        Assert.Equal("Creche 3-5yrs 2hrs", own.Name);
        Assert.Equal(new Place { Name = "Southgate Leisure Centre" }, own.Place);
        Assert.Equal("Fusion Lifestyle Training", own.Organizer!.Name);
        Assert.Equal(["Creche"], own.Categories!);
        Assert.Equal(6, own.Offers!.Count);
        Assert.Equal(15, own.Offers[3].MaxAge);
        Assert.Empty(change.Sessions);
    }

    [Fact]
    public void A_slot_belongs_to_the_facility_that_it_names()
    {
        var session = Normal.Session(Read("slot-referenced-facilityuse.json"));
        Assert.Equal(Normal.Key("https://jubileehall-openactive.legendonlineservices.co.uk/api/facility-uses/106-4"), session.Subject);
        Assert.Equal(OpportunityType.FacilityUse, session.SubjectType);
        Assert.Equal(0, session.RemainingPlaces);
        Assert.Equal(37.5m, Assert.Single(session.Own!.Offers!).Price);
    }

    [Fact]
    public void An_on_demand_event_is_online_and_its_affiliated_place_is_no_venue()
    {
        var own = Normal.Own(Read("on-demand-event.json"));
        Assert.Equal("Otsimo Special Education", own.Name);
        Assert.Null(own.Place);
        Assert.Equal(AttendanceMode.Online, own.Attendance);
        Assert.Equal("https://otsimo.com/en/", own.OnlineUrl);
        Assert.Equal("#BrumTogether", own.Organizer!.Name);
        Assert.True(own.IsAccessibleForFree);
    }

    [Theory]
    [InlineData("session-series.page1.json", 500)]
    [InlineData("all-properties.session-series.page1.json", 60)]
    public void Every_series_of_the_reference_feed_is_kept(string file, int count)
    {
        var items = Samples.Read("reference", file);
        Assert.Equal(count, items.Count);
        Assert.All(items, item => Assert.NotNull(Normal.Own(Normal.Change(item)).Name));
    }

    [Theory]
    [InlineData("scheduled-sessions.page1.json")]
    [InlineData("all-properties.scheduled-sessions.page1.json")]
    public void Every_session_of_the_reference_feed_is_lean(string file)
    {
        var items = Samples.Read("reference", file);
        Assert.Equal(500, items.Count);
        Assert.All(items, item =>
        {
            var change = Normal.Change(item);
            Assert.Empty(change.Fragments);
            var session = Normal.Session(change);
            Assert.Null(session.Own);
            Assert.NotNull(session.End);
            Assert.NotNull(session.RemainingPlaces);
        });
    }

    [Fact]
    public void Every_property_of_the_reference_implementation_is_read()
    {
        var all = Samples.Read("reference", "all-properties.session-series.page1.json").Select(item => Normal.Own(Normal.Change(item))).ToArray();
        Assert.All(all, own => Assert.True(own is
        {
            Activities: not null, Categories: not null, Organizer.Name: not null, Offers: not null, IsAccessibleForFree: not null, AgeRange: not null,
            Gender: not null, Levels: not null, AccessibilitySupport: not null, Attendance: not null, AttendeeInstructions: not null, Image: not null,
            Programme: not null, Url: not null, Schedule: not null, ScheduleJson: not null, PeriodStart: not null, PeriodEnd: not null, Repairs: null,
        }));
        Assert.Equal(53, all.Count(own => own.Text is not null));
        Assert.Equal(48, all.Count(own => own.AccessibilityInformation is not null));
        Assert.Equal(51, all.Count(own => own.IsWheelchairAccessible is not null));
        Assert.Equal(52, all.Count(own => own.IsCoached is not null));
        Assert.Equal(43, all.Count(own => own.SchedulingNote is not null));
        Assert.Equal(39, all.Count(own => own.Place?.Point is not null));
        Assert.Equal(22, all.Count(own => own.Place?.Amenities is not null));
        Assert.Contains(all, own => own.Leader is not null);
    }

    private static ItemChange Read(string file) => Normal.Change(Assert.Single(Samples.Read("records", file)));
}
