using System.Text.Json;
using Feeds.Sample.Rpde;

namespace Feeds.Sample.Opportunities;

/// <summary>One-off Events and, one in five, a HeadlineEvent of several days with its Events embedded.</summary>
internal sealed class EventFeed(SampleSet set) : Feed("events", "Event", set.Sizes.Events, set.Today)
{
    private const int OneHeadlineIn = 5;

    private static readonly string[] Occasions = ["Taster Day", "Open Morning", "Come and Try", "Charity Special", "Social"];

    private static readonly string[] Festivals = ["Active Week", "Festival", "Health and Wellbeing Weekend", "Get Moving Days"];

    protected override string KindOf(int index) => IsHeadline(index) ? "HeadlineEvent" : "Event";

    protected override void WriteData(Utf8JsonWriter json, int index)
    {
        var dice = new Dice(set.Seed, Purpose.Event, index);
        var listing = Listing.Draw(set, ref dice);
        var (number, day, headline) = (NumberOf(index), listing.DayFrom(set.Today, dice.Between(0, 27)), IsHeadline(index));
        var id = $"{SampleSet.Site}/id/events/{number}";
        listing = listing with { Name = $"{listing.Name} {dice.Pick(headline ? Festivals : Occasions)}" };
        Json.Strings(json, "@context", "https://openactive.io/", "https://openactive.io/ns-beta");
        json.WriteString("@type"u8, headline ? "HeadlineEvent"u8 : "Event"u8);
        json.WriteString("@id"u8, id);
        WriteId(json, "identifier", number);
        json.WriteString("url"u8, $"{SampleSet.Site}/events/{number}");
        ListingJson.Write(json, set, listing, ref dice);
        OfferJson.Write(json, id, listing.Pence);
        if (headline)
        {
            WriteHeadline(json, listing, id, day, dice.Between(2, 5));
        }
        else
        {
            SessionJson.WriteTimes(json, set.At(day, listing.Start), listing.Class.Minutes);
            SessionJson.WriteStatus(json, ref dice);
            SessionJson.WritePlaces(json, listing.Capacity, ref dice);
        }
    }

    private static bool IsHeadline(int index) => index % OneHeadlineIn == OneHeadlineIn - 1;

    private void WriteHeadline(Utf8JsonWriter json, in Listing listing, string id, int day, int days)
    {
        json.WriteString("startDate"u8, set.At(day, listing.Start));
        json.WriteString("endDate"u8, set.At(day + days - 1, listing.Start + listing.Class.Minutes));
        json.WriteStartArray("subEvent"u8);
        for (var i = 0; i < days; i++)
        {
            EventJson.WriteSubEvent(json, $"{id}/events/{i + 1}", set.At(day + i, listing.Start), listing.Class.Minutes, $"Day {i + 1}");
        }

        json.WriteEndArray();
    }
}
