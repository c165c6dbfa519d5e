using System.Text.Json;
using Feeds.Sample.Activities;
using Feeds.Sample.Rpde;

namespace Feeds.Sample.Facilities;

/// <summary>Courts and pitches for hire, about half with their courts nested as IndividualFacilityUses.</summary>
internal sealed class FacilityUseFeed(SampleSet set) : Feed("facility-uses", "FacilityUse", set.Sizes.Facilities, set.Today)
{
    private static readonly string[] _weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    protected override string IdPrefix => "FU-";

    public static string IdOf(int index) => $"{SampleSet.Site}/id/facility-uses/{NumberOf(index)}";

    /// <summary>The id of a court that stands only inside its facility.</summary>
    public static string UnitIdOf(int index, int unit) => $"{IdOf(index)}/individual-facility-uses/{unit}";

    protected override void WriteData(Utf8JsonWriter json, int index)
    {
        var plan = FacilityPlan.Of(set, index);
        var dice = new Dice(set.Seed, Purpose.FacilityDetail, index);
        var (id, number) = (IdOf(index), NumberOf(index));
        json.WriteString("@context"u8, "https://openactive.io/"u8);
        json.WriteString("@type"u8, "FacilityUse"u8);
        json.WriteString("@id"u8, id);
        WriteId(json, "identifier", number);
        json.WriteString("name"u8, plan.Template.Name);
        json.WriteString("description"u8, $"{plan.Template.Name} to hire by the slot at {plan.Venue.Name}. Book online or at reception; equipment can be borrowed for a deposit.");
        json.WriteString("url"u8, $"{SampleSet.Site}/facilities/{number}");
        json.WriteStartArray("facilityType"u8);
        Json.Concept(json, plan.Template.Type.Id, plan.Template.Type.PrefLabel, FacilityType.Scheme);
        json.WriteEndArray();
        Json.Activity(json, plan.Template.Activity);
        Json.Ready(json, "provider", set.OrganiserJson[plan.Venue.Organisers[0]]);
        Json.Ready(json, "location", set.VenueJson[plan.Venue.Number]);
        WriteHours(json);
        if (!plan.PricesOnSlots)
        {
            Opportunities.OfferJson.WriteSingle(json, id, plan.Pence);
        }

        if (dice.PerMille(500))
        {
            Json.Image(json, $"{plan.Template.Activity.Notation}/{dice.Between(1, 9)}");
        }

        if (plan.Nested)
        {
            WriteUnits(json, plan, index);
        }
    }

    private static void WriteUnits(Utf8JsonWriter json, in FacilityPlan plan, int index)
    {
        json.WriteStartArray("individualFacilityUse"u8);
        for (var unit = 1; unit <= plan.Units; unit++)
        {
            json.WriteStartObject();
            json.WriteString("@type"u8, "IndividualFacilityUse"u8);
            json.WriteString("@id"u8, UnitIdOf(index, unit));
            json.WriteString("name"u8, $"{plan.Template.Unit} {unit}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteHours(Utf8JsonWriter json)
    {
        json.WriteStartArray("hoursAvailable"u8);
        json.WriteStartObject();
        json.WriteString("@type"u8, "OpeningHoursSpecification"u8);
        json.WriteStartArray("dayOfWeek"u8);
        foreach (var day in _weekdays)
        {
            json.WriteStringValue($"https://schema.org/{day}");
        }

        json.WriteEndArray();
        json.WriteString("opens"u8, "09:00"u8);
        json.WriteString("closes"u8, "22:00"u8);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
