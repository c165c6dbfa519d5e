using System.Text.Json;
using Feeds.Sample.Rpde;

namespace Feeds.Sample.Opportunities;

/// <summary>Courses to sign up for as a whole, with their dates embedded as Events.</summary>
internal sealed class CourseInstanceFeed(SampleSet set) : Feed("course-instances", "CourseInstance", set.Sizes.Courses, set.Today)
{
    protected override string IdPrefix => "CI-";

    protected override void WriteData(Utf8JsonWriter json, int index)
    {
        var dice = new Dice(set.Seed, Purpose.Course, index);
        var listing = Listing.Draw(set, ref dice);
        var (number, weeks, firstDay) = (NumberOf(index), dice.Between(4, 12), listing.DayFrom(set.Today, dice.Between(1, 21)));
        var id = $"{SampleSet.Site}/id/course-instances/{number}";
        listing = listing with { Name = $"{listing.Name}: {weeks}-Week Course", Pence = listing.Pence * weeks };
        Json.Strings(json, "@context", "https://openactive.io/", "https://openactive.io/ns-beta");
        json.WriteString("@type"u8, "CourseInstance"u8);
        json.WriteString("@id"u8, id);
        WriteId(json, "identifier", number);
        json.WriteString("url"u8, $"{SampleSet.Site}/courses/{number}");
        ListingJson.Write(json, set, listing, ref dice);
        OfferJson.Write(json, id, listing.Pence);
        json.WriteString("startDate"u8, set.At(firstDay, listing.Start));
        json.WriteString("endDate"u8, set.At(firstDay + (7 * (weeks - 1)), listing.Start + listing.Class.Minutes));
        SessionJson.WritePlaces(json, listing.Capacity, ref dice);
        json.WriteStartArray("subEvent"u8);
        for (var week = 0; week < weeks; week++)
        {
            EventJson.WriteSubEvent(json, $"{id}/events/{week + 1}", set.At(firstDay + (7 * week), listing.Start), listing.Class.Minutes);
        }

        json.WriteEndArray();
    }
}
