using Feeds.Harvester.Normalising;
using Signposting.Store.Opportunities;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

public sealed class TypeTests
{
    [Theory]
    [InlineData("\"@type\":\"SessionSeries\"")]
    [InlineData("\"type\":\"SessionSeries\"")]
    [InlineData("\"@type\":\"oa:SessionSeries\"")]
    [InlineData("\"@type\":\"https://openactive.io/SessionSeries\"")]
    [InlineData("\"@type\":\"http://openactive.io/ns#SessionSeries\"")]
    [InlineData("\"@type\":[\"Event\",\"SessionSeries\"]")]
    [InlineData("\"@type\":[\"Thing\",\"schema:SessionSeries\"]")]
    public void A_type_is_read_in_every_spelling(string type) =>
        Assert.Equal(OpportunityType.SessionSeries, Normal.Change($$"""{{{type}},"@id":"https://example.org/1"}""").Fragments[0].Type);

    [Theory]
    [InlineData("SessionSeries", OpportunityType.SessionSeries)]
    [InlineData("https://openactive.io/FacilityUse", OpportunityType.FacilityUse)]
    [InlineData("onDemandEvent", OpportunityType.OnDemandEvent)]
    public void Without_a_type_the_feed_tells_it(string kind, OpportunityType expected) =>
        Assert.Equal(expected, Normal.Change("""{"name":"Yoga"}""", kind).Fragments[0].Type);

    [Theory]
    [InlineData("unknown")]
    [InlineData("Session")]
    [InlineData("ScheduledSession.SessionSeries")]
    [InlineData("FacilityUse/Slot")]
    [InlineData("Slot for FacilityUse")]
    [InlineData("none")]
    [InlineData("3")]
    [InlineData("")]
    public void Without_a_type_an_ambiguous_feed_does_not_tell_it(string kind) =>
        Normal.Rejected(RejectionReasons.TypeMissing, Normal.Change("""{"name":"Yoga"}""", kind));

    [Theory]
    [InlineData("\"Organization\"")]
    [InlineData("[\"Place\",\"Thing\"]")]
    [InlineData("7")]
    [InlineData("{}")]
    public void A_type_that_is_no_opportunity_is_rejected_whatever_the_feed(string type) =>
        Normal.Rejected(RejectionReasons.TypeUnknown, Normal.Change($$"""{"@type":{{type}},"name":"x"}""", "SessionSeries"));

    [Fact]
    public void The_type_decides_and_not_the_kind() =>
        Assert.Equal(OpportunityType.Course, Normal.Change("""{"@type":"Course","@id":"https://example.org/c"}""", "SessionSeries").Fragments[0].Type);

    [Fact]
    public void The_key_is_the_id_as_published()
    {
        Assert.Equal(Normal.Key("https://example.org/A b"), Subject("""{"@type":"Course","@id":"https://example.org/A b","id":"other:1"}"""));
        Assert.Equal(Normal.Key("https://example.org/1"), Subject("""{"@type":"Course","@id":"https:\/\/example.org\/1"}"""));
        Assert.Equal(Normal.Key("other:1"), Subject("""{"@type":"Course","id":"other:1"}"""));
    }

    [Theory]
    [InlineData("\"name\":\"x\"")]
    [InlineData("\"id\":12")]
    [InlineData("\"@id\":\"\",\"id\":null")]
    public void Without_an_id_the_key_is_feed_and_item(string properties) =>
        Assert.Equal(SubjectKey.FromItem(Normal.FeedUrl, "7"), Subject($$"""{"@type":"Course",{{properties}}}"""));

    [Fact]
    public void An_id_that_is_no_uri_belongs_to_its_publisher()
    {
        const string json = """{"@type":"Course","id":"17"}""";
        var sameSite = Normal.Change(Normal.Item(json, feedUrl: "https://feeds.example.org/other")).Fragments[0].Subject;
        var otherSite = Normal.Change(Normal.Item(json, feedUrl: "https://example.com/feed")).Fragments[0].Subject;
        Assert.Equal(Subject(json), sameSite);
        Assert.NotEqual(Subject(json), otherSite);
    }

    private static SubjectKey Subject(string json) => Normal.Change(json).Fragments[0].Subject;
}
