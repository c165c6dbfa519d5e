using Feeds.Harvester.Normalising;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

public sealed class FacilityTests
{
    [Fact]
    public void Courts_nested_in_a_facility_are_parts_with_slots_of_their_own()
    {
        var change = Normal.Change("""
            {"@type":"FacilityUse","@id":"https://example.org/f","name":"Tennis","provider":{"name":"Club"},"facilityType":[{"prefLabel":"Tennis Court"}],
             "event":[{"@type":"Slot","startDate":"2026-12-01T10:00","duration":"PT30M","remainingUses":4}],
             "individualFacilityUse":[{"@id":"https://example.org/f/1","name":"Court 1","event":[{"startDate":"2026-12-01T11:00","remainingUses":1}]},{"name":"Court 2"}]}
            """);
        Assert.Equal(["Tennis", "Court 1", "Court 2"], change.Fragments.Select(fragment => fragment.Description.Name));
        Assert.Equal("Club", Normal.Own(change).Organizer!.Name);
        Assert.Equal(["Tennis Court"], Normal.Own(change).Categories!);
        Assert.All(change.Fragments.Skip(1), part => Assert.Equal(
            (FragmentOrigin.Nested, OpportunityType.IndividualFacilityUse, Normal.Key("https://example.org/f")), (part.Origin, part.Type, part.Parent)));
        Assert.Equal([4, 1], change.Sessions.Select(session => session.RemainingPlaces));
        Assert.Equal([Normal.Key("https://example.org/f"), Normal.Key("https://example.org/f/1")], change.Sessions.Select(session => session.Subject));
        Assert.All(change.Sessions, session => Assert.True(session.IsEmbedded));
    }

    [Theory]
    [InlineData("aggregateFacilityUse")]
    [InlineData("facilityUse")]
    public void A_court_of_its_own_inherits_from_its_facility(string property)
    {
        var change = Normal.Change($$"""{"@type":"IndividualFacilityUse","@id":"https://example.org/f/1","name":"Court 1","{{property}}":"https://example.org/f"}""");
        Assert.Equal(Normal.Key("https://example.org/f"), Assert.Single(change.Fragments).Parent);
    }

    [Fact]
    public void A_slot_brings_the_facility_that_it_embeds()
    {
        var change = Normal.Change("""
            {"@type":"Slot","startDate":"2026-12-01T10:00","remainingUses":2,"remainingAttendeeCapacity":9,
             "facilityUse":{"@type":"IndividualFacilityUse","@id":"https://example.org/f/1","name":"Court 1","aggregateFacilityUse":{"@id":"https://example.org/f","name":"Tennis"} }}
            """);
        Assert.Equal([OpportunityType.IndividualFacilityUse, OpportunityType.FacilityUse], change.Fragments.Select(fragment => fragment.Type));
        var slot = Normal.Session(change);
        Assert.Equal((OpportunityType.IndividualFacilityUse, 2), (slot.SubjectType, slot.RemainingPlaces));
    }

    [Theory]
    [InlineData("\"name\":\"Court\"")]
    [InlineData("\"facilityUse\":{}")]
    [InlineData("\"facilityUse\":12")]
    public void A_slot_without_a_facility_is_rejected(string properties) =>
        Normal.Rejected(RejectionReasons.ParentMissing, Normal.Change($$"""{"@type":"Slot","startDate":"2026-12-01T10:00",{{properties}}}"""));

    [Fact]
    public void Of_two_parts_with_one_id_the_first_counts()
    {
        var change = Normal.Change("""{"@type":"FacilityUse","@id":"https://example.org/f","individualFacilityUse":[{"@id":"https://example.org/f/1","name":"A"},{"@id":"https://example.org/f/1","name":"B"}]}""");
        Assert.Equal("A", Assert.Single(change.Fragments.Skip(1)).Description.Name);
    }
}
