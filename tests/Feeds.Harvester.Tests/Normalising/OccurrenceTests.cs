using Feeds.Harvester.Normalising;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

/// <summary>ScheduledSession and Event: one occurrence and its parent.</summary>
public sealed class OccurrenceTests
{
    private const string Start = "\"startDate\":\"2026-12-01T10:00:00Z\"";

    [Theory]
    [InlineData("\"https://example.org/series/1\"")]
    [InlineData("[\"https://example.org/series/1\",\"https://example.org/series/2\"]")]
    [InlineData("{\"@id\":\"https://example.org/series/1\"}")]
    [InlineData("{\"id\":\"https://example.org/series/1\",\"type\":\"SessionSeries\"}")]
    [InlineData("[null,\"\",{\"@id\":\"https://example.org/series/1\",\"@type\":\"SessionSeries\"}]")]
    public void A_parent_by_reference_is_only_named(string parent)
    {
        var change = Normal.Change($$"""{"@type":"ScheduledSession","superEvent":{{parent}},{{Start}}}""");
        Assert.Empty(change.Fragments);
        Assert.True(change.Original.IsEmpty);
        var session = Normal.Session(change);
        Assert.Equal(Normal.Key("https://example.org/series/1"), session.Subject);
        Assert.Equal(OpportunityType.SessionSeries, session.SubjectType);
        Assert.Null(session.Own);
        Assert.False(session.IsEmbedded);
        Assert.False(session.IsWhole);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("[{0}]")]
    public void An_embedded_parent_is_described_with_its_own_parents(string form)
    {
        var parent = form.Replace("{0}", """{"@type":"SessionSeries","@id":"https://example.org/series/1","name":"Yoga","superEvent":{"@id":"https://example.org/all","name":"All"}}""", StringComparison.Ordinal);
        var change = Normal.Change($$"""{"@type":"ScheduledSession","superEvent":{{parent}},{{Start}}}""");
        Assert.Equal([OpportunityType.SessionSeries, OpportunityType.EventSeries], change.Fragments.Select(fragment => fragment.Type));
        Assert.All(change.Fragments, fragment => Assert.Equal(FragmentOrigin.Embedded, fragment.Origin));
        Assert.Equal(Normal.Key("https://example.org/all"), change.Fragments[0].Parent);
        Assert.Equal(change.Fragments[0].Subject, Normal.Session(change).Subject);
    }

    [Fact]
    public void Parents_are_followed_three_levels_up_and_no_further()
    {
        var parents = "\"https://example.org/top\"";
        for (var level = 5; level > 0; level--)
            parents = $$"""{"@id":"https://example.org/{{level}}","name":"{{level}}","superEvent":{{parents}}}""";
        var change = Normal.Change($$"""{"@type":"ScheduledSession","superEvent":{{parents}},{{Start}}}""");
        Assert.Equal(["1", "2", "3"], change.Fragments.Select(fragment => fragment.Description.Name));
        Assert.Equal(Normal.Key("https://example.org/4"), change.Fragments[2].Parent);
    }

    [Fact]
    public void Equal_parents_without_an_id_are_one_in_a_feed()
    {
        static SubjectKey Subject(string name, string feed) => Normal.Session(Normal.Change(Normal.Item($$"""{"@type":"ScheduledSession","superEvent":{"name":"{{name}}"},{{Start}}}""", feedUrl: feed))).Subject;
        var yoga = Subject("Yoga", Normal.FeedUrl);
        Assert.Equal(SubjectKey.FromId(Normal.FeedUrl + "\n{\"name\":\"Yoga\"}"), yoga);
        Assert.Equal(yoga, Subject("Yoga", Normal.FeedUrl));
        Assert.NotEqual(yoga, Subject("Pilates", Normal.FeedUrl));
        Assert.NotEqual(yoga, Subject("Yoga", "https://feeds.example.org/other"));
    }

    [Theory]
    [InlineData("ScheduledSession", OpportunityType.ScheduledSession)]
    [InlineData("Event", OpportunityType.Event)]
    public void An_occurrence_without_a_parent_stands_alone(string type, OpportunityType expected)
    {
        var change = Normal.Change($$"""{"@type":"{{type}}","@id":"https://example.org/e","name":"Fun run","superEvent":{},"url":"https://example.org/run",{{Start}},"duration":"PT2H"}""");
        Assert.Equal("Fun run", Normal.Own(change).Name);
        Assert.Equal(expected, change.Fragments[0].Type);
        Assert.False(change.Original.IsEmpty);
        var session = Normal.Session(change);
        Assert.Equal(change.Fragments[0].Subject, session.Subject);
        Assert.Equal(expected, session.SubjectType);
        Assert.Equal(session.Start.AddHours(2), session.End);
        Assert.Null(session.Own);
    }

    [Theory]
    [InlineData("Event", "", OpportunityType.EventSeries)]
    [InlineData("Event", "\"@type\":\"CourseInstance\",", OpportunityType.CourseInstance)]
    [InlineData("Event", "\"@type\":\"HeadlineEvent\",", OpportunityType.HeadlineEvent)]
    [InlineData("Event", "\"@type\":\"Nonsense\",", OpportunityType.EventSeries)]
    [InlineData("ScheduledSession", "", OpportunityType.SessionSeries)]
    public void The_type_of_a_parent_is_its_own_or_the_one_that_its_child_suggests(string type, string stated, OpportunityType expected)
    {
        var change = Normal.Change($$"""{"@type":"{{type}}","superEvent":{{{stated}}"@id":"https://example.org/p","name":"x"},{{Start}}}""");
        Assert.Equal(expected, Assert.Single(change.Fragments).Type);
        Assert.Equal(expected, Normal.Session(change).SubjectType);
    }

    [Fact]
    public void A_session_without_parent_and_name_is_rejected() =>
        Normal.Rejected(RejectionReasons.ParentMissing, Normal.Change($$"""{"@type":"ScheduledSession","@id":"https://example.org/s",{{Start}}}"""));

    [Theory]
    [InlineData("\"endDate\":\"2026-12-01T10:00:00Z\"", RejectionReasons.TimeMissing)]
    [InlineData("\"startDate\":null", RejectionReasons.TimeMissing)]
    [InlineData("\"startDate\":\"2026-12-01\"", RejectionReasons.TimeMissing)]
    [InlineData("\"startDate\":\"tomorrow\"", RejectionReasons.TimeUnreadable)]
    [InlineData("\"startDate\":{\"a\":1}", RejectionReasons.TimeUnreadable)]
    [InlineData("\"startDate\":\"1970-01-01T00:00:00Z\"", RejectionReasons.TimeOutOfRange)]
    [InlineData("\"startDate\":\"2101-01-01T00:00:00Z\"", RejectionReasons.TimeOutOfRange)]
    public void A_session_without_a_usable_start_is_rejected(string properties, string reason)
    {
        Normal.Rejected(reason, Normal.Scheduled(properties));
        if (!properties.Contains("2026-12-01\"", StringComparison.Ordinal))
            Normal.Rejected(reason, Normal.Change($$"""{"@type":"Event","name":"x",{{properties}}}"""));
    }

    [Fact]
    public void An_event_of_which_only_the_day_is_known_has_no_session()
    {
        var change = Normal.Change("""{"@type":"Event","name":"Fair","startDate":"2026-07-01"}""");
        Assert.Empty(change.Sessions);
        Assert.Equal(Normal.Time("2026-07-01T00:00+01:00"), Normal.Own(change).PeriodStart);
    }

    [Fact]
    public void What_a_session_states_for_itself_is_kept_beside_it()
    {
        var own = Normal.Session(Normal.Scheduled($$"""{{Start}},"name":"Special","location":{"name":"Annexe"},"url":"https://example.org/s/1","maximumAttendeeCapacity":9,"image":"https://example.org/i.png" """)).Own!;
        Assert.Equal(new Description { Name = "Special", Place = new Place { Name = "Annexe" } }, own);
    }

    [Theory]
    [InlineData("\"name\":\"Yoga\"", false)]
    [InlineData("\"name\":\"Yoga\",\"level\":[\"Beginner\"],\"offers\":[{\"price\":\"3.0\"}],\"location\":{\"name\":\"Hall\",\"amenityFeature\":[{\"name\":\"Toilets\",\"value\":true}]}", false)]
    [InlineData("\"name\":\"Yoga special\"", true)]
    [InlineData("\"offers\":[{\"price\":4}]", true)]
    [InlineData("\"location\":{\"name\":\"Hall\"}", false)]
    [InlineData("\"location\":{\"name\":\"Annexe\"}", true)]
    [InlineData("\"isCoached\":true", true)]
    public void A_session_that_repeats_its_embedded_parent_states_nothing(string stated, bool expected)
    {
        const string parent = """{"@id":"https://example.org/p","name":"Yoga","level":"Beginner","offers":{"price":3},"location":{"name":"Hall","amenityFeature":[{"name":"Toilets","value":true}]}}""";
        var change = Normal.Change($$"""{"@type":"ScheduledSession","superEvent":{{parent}},{{Start}},{{stated}}}""");
        Assert.Equal(expected, Normal.Session(change).Own is not null);
    }

    [Theory]
    [InlineData("https://schema.org/EventCancelled", SessionStatus.Cancelled)]
    [InlineData("http://schema.org/EventCancelled", SessionStatus.Cancelled)]
    [InlineData("schema:EventPostponed", SessionStatus.Postponed)]
    [InlineData("EventRescheduled", SessionStatus.Rescheduled)]
    [InlineData("https://schema.org/EventScheduled", SessionStatus.Scheduled)]
    [InlineData("nonsense", SessionStatus.Scheduled)]
    public void The_status_is_read_in_every_spelling(string status, SessionStatus expected) =>
        Assert.Equal(expected, Normal.Session(Normal.Scheduled($"{Start},\"eventStatus\":\"{status}\"")).Status);

    [Theory]
    [InlineData("\"remainingAttendeeCapacity\":5", 5)]
    [InlineData("\"remainingAttendeeCapacity\":\"5\"", 5)]
    [InlineData("\"remainingAttendeeCapacity\":-2", 0)]
    [InlineData("\"remainingAttendeeCapacity\":null", null)]
    [InlineData("\"remainingAttendeeCapacity\":\"many\"", null)]
    public void Remaining_places_are_never_negative(string property, int? expected) =>
        Assert.Equal(expected, Normal.Session(Normal.Scheduled($"{Start},{property}")).RemainingPlaces);
}
