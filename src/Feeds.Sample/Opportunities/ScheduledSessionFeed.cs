using System.Text.Json;
using Feeds.Sample.Rpde;

namespace Feeds.Sample.Opportunities;

/// <summary>The dated sessions of the series. Kept lean, as real ones are: everything else is inherited.</summary>
internal sealed class ScheduledSessionFeed(SampleSet set, ChildIndex sessions) : Feed("scheduled-sessions", "ScheduledSession", sessions.Count, set.Today)
{
    public ScheduledSessionFeed(SampleSet set)
        : this(set, new ChildIndex(set.Sizes.Series, series => SeriesPlan.Of(set, series).Sessions))
    {
    }

    /// <summary>Whose session each is.</summary>
    public ChildIndex Sessions => sessions;

    protected override ModifiedUnit Unit => ModifiedUnit.Ticks;

    protected override void WriteData(Utf8JsonWriter json, int index) => Write(json, set, sessions, index);

    public static void Write(Utf8JsonWriter json, SampleSet set, ChildIndex sessions, int index)
    {
        var (series, place) = sessions.Find(index);
        var plan = SeriesPlan.Of(set, series);
        var dice = new Dice(set.Seed, Purpose.Session, index);
        var (day, minute) = plan.TimeOf(place);
        var number = NumberOf(index);
        json.WriteString("@context"u8, "https://openactive.io/"u8);
        json.WriteString("@type"u8, "ScheduledSession"u8);
        json.WriteString("@id"u8, $"{SampleSet.Site}/id/scheduled-sessions/{number}");
        json.WriteNumber("identifier"u8, number);
        json.WriteString("superEvent"u8, SessionSeriesFeed.IdOf(series));
        SessionJson.WriteTimes(json, set.At(day, minute), plan.Listing.Class.Minutes);
        SessionJson.WriteStatus(json, ref dice);
        SessionJson.WritePlaces(json, plan.Listing.Capacity, ref dice);
    }
}
