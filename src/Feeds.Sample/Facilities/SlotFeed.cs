using System.Text.Json;
using Feeds.Sample.Opportunities;
using Feeds.Sample.Rpde;

namespace Feeds.Sample.Facilities;

/// <summary>The slots of the facilities, by reference to the facility or to the court nested in it.</summary>
internal sealed class SlotFeed(SampleSet set, ChildIndex slots) : Feed("slots", "Slot", slots.Count, set.Today)
{
    public SlotFeed(SampleSet set)
        : this(set, new ChildIndex(set.Sizes.Facilities, facility => FacilityPlan.Of(set, facility).Slots))
    {
    }

    protected override string IdPrefix => "S";

    protected override ModifiedUnit Unit => ModifiedUnit.Ticks;

    protected override void WriteData(Utf8JsonWriter json, int index)
    {
        var (facility, place) = slots.Find(index);
        var plan = FacilityPlan.Of(set, facility);
        var dice = new Dice(set.Seed, Purpose.Slot, index);
        var (day, minute) = plan.TimeOf(place);
        var number = NumberOf(index);
        var id = $"{SampleSet.Site}/id/slots/{number}";
        var most = plan.Nested ? 1 : plan.Units;
        json.WriteString("@context"u8, "https://openactive.io/"u8);
        json.WriteString("@type"u8, "Slot"u8);
        json.WriteString("@id"u8, id);
        WriteId(json, "identifier", number);
        json.WriteString("facilityUse"u8, plan.Nested ? FacilityUseFeed.UnitIdOf(facility, plan.UnitOf(place)) : FacilityUseFeed.IdOf(facility));
        SessionJson.WriteTimes(json, set.At(day, minute), plan.Template.Minutes);
        json.WriteNumber("maximumUses"u8, most);
        json.WriteNumber("remainingUses"u8, dice.Between(0, most));
        if (plan.PricesOnSlots)
        {
            OfferJson.WriteSingle(json, id, plan.Pence);
        }
    }
}
