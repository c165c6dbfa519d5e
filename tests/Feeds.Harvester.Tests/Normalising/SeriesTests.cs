using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

/// <summary>Series, headline events and courses: opportunities with occurrences.</summary>
public sealed class SeriesTests
{
    [Fact]
    public void References_and_untimed_sub_events_make_no_sessions()
    {
        var change = Normal.Change("""
            {"@type":"SessionSeries","@id":"https://example.org/1","name":"Yoga","subEvent":["https://example.org/s/1",{"@id":"https://example.org/s/2"},
             {"startDate":"2026-12-01"},{"startDate":"2026-12-01T10:00","remainingAttendeeCapacity":3}]}
            """);
        var session = Normal.Session(change);
        Assert.True(session.IsEmbedded);
        Assert.Equal(3, session.RemainingPlaces);
        Assert.StartsWith("time-missing: ", Assert.Single(Normal.Own(change).Repairs!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_names_its_parent_and_describes_it_when_embedded()
    {
        var change = Normal.Change("""{"@type":"SessionSeries","@id":"https://example.org/1","name":"Yoga","superEvent":[{"@type":"EventSeries","@id":"https://example.org/e","name":"Festival"}]}""");
        Assert.Equal([FragmentOrigin.Own, FragmentOrigin.Embedded], change.Fragments.Select(fragment => fragment.Origin));
        Assert.Equal(Normal.Key("https://example.org/e"), change.Fragments[0].Parent);
        Assert.Equal("Festival", change.Fragments[1].Description.Name);
    }

    [Fact]
    public void A_record_without_a_name_is_kept_because_its_parent_may_have_one() =>
        Assert.Null(Normal.Own(Normal.Change("""{"@type":"SessionSeries","@id":"https://example.org/1","superEvent":"https://example.org/e"}""")).Name);

    [Fact]
    public void A_record_is_never_its_own_parent() =>
        Assert.Null(Normal.Change("""{"@type":"SessionSeries","@id":"https://example.org/1","superEvent":"https://example.org/1"}""").Fragments[0].Parent);

    [Fact]
    public void A_cancelled_series_cancels_what_happens_in_it()
    {
        var change = Normal.Change("""
            {"@type":"SessionSeries","@id":"https://example.org/1","name":"Yoga","eventStatus":"https://schema.org/EventCancelled",
             "subEvent":[{"startDate":"2026-12-01T10:00"},{"startDate":"2026-12-08T10:00","eventStatus":"https://schema.org/EventScheduled"}]}
            """);
        Assert.Equal(SessionStatus.Cancelled, Normal.Own(change).Status);
        Assert.All(change.Sessions, session => Assert.Equal(SessionStatus.Cancelled, session.Status));
    }

    [Fact]
    public void A_session_of_an_embedded_cancelled_series_is_cancelled() =>
        Assert.Equal(SessionStatus.Cancelled, Normal.Session(Normal.Change(
            """{"@type":"ScheduledSession","startDate":"2026-12-01T10:00","superEvent":{"@id":"https://example.org/1","name":"x","eventStatus":"EventCancelled"}}""")).Status);

    [Fact]
    public void A_cancelled_event_keeps_its_session_as_cancelled()
    {
        var change = Normal.Change("""{"@type":"Event","name":"Fair","startDate":"2026-12-01T10:00","eventStatus":"EventCancelled"}""");
        Assert.Equal(SessionStatus.Cancelled, Normal.Session(change).Status);
    }

    [Fact]
    public void A_headline_event_is_a_whole_beside_its_parts()
    {
        var change = Normal.Change("""
            {"@type":"HeadlineEvent","@id":"https://example.org/h","name":"Games","startDate":"2026-07-01T09:00","endDate":"2026-07-03T18:00",
             "subEvent":[{"@type":"Event","name":"Relay","startDate":"2026-07-01T11:00","duration":"PT1H"}]}
            """);
        Assert.Equal(2, change.Sessions.Count);
        Assert.Equal("Relay", change.Sessions[0].Own!.Name);
        Assert.True(change.Sessions[1] is { IsWhole: true, SubjectType: OpportunityType.HeadlineEvent, End: not null });
    }

    [Fact]
    public void A_series_inside_an_event_series_is_a_part_with_sessions_of_its_own()
    {
        var change = Normal.Change("""
            {"@type":"EventSeries","@id":"https://example.org/e","name":"Summer","subEvent":[
             {"@type":"SessionSeries","@id":"https://example.org/s","name":"Yoga","startDate":"2026-07-01","subEvent":[{"startDate":"2026-07-01T11:00"}]}]}
            """);
        var part = change.Fragments[1];
        Assert.Equal((FragmentOrigin.Nested, OpportunityType.SessionSeries, Normal.Key("https://example.org/e")), (part.Origin, part.Type, part.Parent));
        Assert.Equal(part.Subject, Normal.Session(change).Subject);
    }

    [Theory]
    [InlineData("\"startDate\":\"2026-07-01\",\"endDate\":\"2026-08-01\"", false)]
    [InlineData("\"startDate\":\"2026-07-01T10:00\",\"duration\":\"PT2H\"", true)]
    [InlineData("\"startDate\":\"2026-07-01T10:00\",\"duration\":\"P1D\"", false)]
    [InlineData("\"startDate\":\"2026-07-01T10:00\"", false)]
    [InlineData("\"startDate\":\"2026-07-01T10:00\",\"duration\":\"PT2H\",\"subEvent\":[{\"startDate\":\"2026-07-01T10:00\"}]", false)]
    public void A_course_of_one_meeting_is_one_session(string properties, bool expected)
    {
        var change = Normal.Change($$"""{"@type":"CourseInstance","@id":"https://example.org/ci","name":"First aid",{{properties}}}""");
        Assert.Equal(expected, change.Sessions.Any(session => session.IsWhole));
    }

    [Theory]
    [InlineData("instanceOfCourse")]
    [InlineData("superEvent")]
    [InlineData("course")]
    [InlineData("beta:course")]
    public void A_course_instance_inherits_from_its_course(string property)
    {
        var change = Normal.Change($$"""{"@type":"CourseInstance","@id":"https://example.org/ci","{{property}}":{"@id":"https://example.org/c","name":"Sailing","author":{"name":"Club"} } }""");
        Assert.Equal(Normal.Key("https://example.org/c"), change.Fragments[0].Parent);
        Assert.Equal(OpportunityType.Course, change.Fragments[1].Type);
        Assert.Equal("Sailing", change.Fragments[1].Description.Name);
        Assert.Equal("Club", change.Fragments[1].Description.Organizer!.Name);
    }

    [Fact]
    public void A_course_has_its_instances_as_parts()
    {
        var change = Normal.Change("""
            {"@type":"Course","@id":"https://example.org/c","name":"Sailing","hasCourseInstance":[
             {"@type":"CourseInstance","@id":"https://example.org/ci","subEvent":[{"@type":"Event","startDate":"2026-07-01T10:00"}]},{"identifier":"B"},"https://example.org/other"]}
            """);
        Assert.Equal([OpportunityType.Course, OpportunityType.CourseInstance, OpportunityType.CourseInstance], change.Fragments.Select(fragment => fragment.Type));
        Assert.All(change.Fragments.Skip(1), part => Assert.Equal((FragmentOrigin.Nested, Normal.Key("https://example.org/c")), (part.Origin, part.Parent)));
        Assert.Equal(change.Fragments[1].Subject, Normal.Session(change).Subject);
        Assert.Equal(Normal.Key("https://example.org/c").Part("B"), change.Fragments[2].Subject);
    }

    [Fact]
    public void An_on_demand_event_has_no_sessions()
    {
        var change = Normal.Change("""{"@type":"OnDemandEvent","@id":"https://example.org/o","name":"Video","startDate":"2026-07-01T10:00","workFeatured":{"url":"https://example.org/v"}}""");
        Assert.Empty(change.Sessions);
        Assert.Equal((AttendanceMode.Online, "https://example.org/v"), (Normal.Own(change).Attendance, Normal.Own(change).OnlineUrl));
    }
}
