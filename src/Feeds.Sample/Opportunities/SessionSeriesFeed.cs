using System.Text.Json;
using Feeds.Sample.Rpde;

namespace Feeds.Sample.Opportunities;

/// <summary>Classes that are held again and again; their sessions are in <see cref="ScheduledSessionFeed"/>.</summary>
internal sealed class SessionSeriesFeed(SampleSet set) : Feed("session-series", "SessionSeries", set.Sizes.Series, set.Today)
{
    public static string IdOf(int index) => $"{SampleSet.Site}/id/session-series/{NumberOf(index)}";

    protected override void WriteData(Utf8JsonWriter json, int index) => Write(json, set, index);

    public static void Write(Utf8JsonWriter json, SampleSet set, int index)
    {
        var plan = SeriesPlan.Of(set, index);
        var dice = new Dice(set.Seed, Purpose.SeriesDetail, index);
        var (id, number) = (IdOf(index), NumberOf(index));
        Json.Strings(json, "@context", "https://openactive.io/", "https://openactive.io/ns-beta");
        json.WriteString("@type"u8, "SessionSeries"u8);
        json.WriteString("@id"u8, id);
        json.WriteNumber("identifier"u8, number);
        json.WriteString("url"u8, $"{SampleSet.Site}/classes/{number}");
        ListingJson.Write(json, set, plan.Listing, ref dice);
        OfferJson.Write(json, id, plan.Listing.Pence);
        json.WriteString("duration"u8, LondonTime.Duration(plan.Listing.Class.Minutes));
        json.WriteNumber("maximumAttendeeCapacity"u8, plan.Listing.Capacity);
        if (plan.Sessions is > 0 and <= 28)
        {
            WriteSchedule(json, set, plan);
        }
    }

    // A PartialSchedule describes; it makes no sessions (OpenActive Modelling Opportunity Data 2.0).
    private static void WriteSchedule(Utf8JsonWriter json, SampleSet set, in SeriesPlan plan)
    {
        json.WriteStartArray("eventSchedule"u8);
        json.WriteStartObject();
        json.WriteString("@type"u8, "PartialSchedule"u8);
        json.WriteString("repeatFrequency"u8, "P1W"u8);
        json.WriteStartArray("byDay"u8);
        foreach (var day in plan.DaysOfFirstWeek())
        {
            json.WriteStringValue($"https://schema.org/{set.Today.AddDays(day).DayOfWeek}");
        }

        json.WriteEndArray();
        var (start, minutes) = (TimeOnly.MinValue.AddMinutes(plan.Listing.Start), plan.Listing.Class.Minutes);
        json.WriteString("startTime"u8, start.ToString("HH:mm"));
        json.WriteString("endTime"u8, start.AddMinutes(minutes).ToString("HH:mm"));
        json.WriteString("duration"u8, LondonTime.Duration(minutes));
        json.WriteString("scheduleTimezone"u8, "Europe/London"u8);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
