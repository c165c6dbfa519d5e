using System.Text.Json;
using Feeds.Sample.Opportunities;
using Feeds.Sample.Rpde;

namespace Feeds.Sample.Aggregating;

/// <summary>The sessions of what an aggregator repeats.</summary>
internal sealed class AggregatedSessionFeed : Feed
{
    private readonly Aggregation _aggregation;
    private readonly ChildIndex _sessions;
    private readonly ChildIndex _originals;

    public AggregatedSessionFeed(Aggregation aggregation, ScheduledSessionFeed originals)
        : this(aggregation, originals.Sessions, new ChildIndex(aggregation.Count, series => SeriesPlan.Of(aggregation.Set, aggregation.OriginalOf(series)).Sessions))
    {
    }

    private AggregatedSessionFeed(Aggregation aggregation, ChildIndex originals, ChildIndex sessions)
        : base("aggregated-sessions", "ScheduledSession", sessions.Count, aggregation.Set.Today) =>
        (_aggregation, _sessions, _originals) = (aggregation, sessions, originals);

    protected override void WriteData(Utf8JsonWriter json, int index)
    {
        var (series, place) = _sessions.Find(index);
        var original = _originals.FirstOf(_aggregation.OriginalOf(series)) + place;
        var data = Aggregation.Copy(copy => ScheduledSessionFeed.Write(copy, _aggregation.Set, _originals, original));
        data["@id"] = $"{Aggregation.Site}/sessions/{NumberOf(index)}";
        data["identifier"] = NumberOf(index);
        data["superEvent"] = AggregatedSeriesFeed.IdOf(series);
        Aggregation.Write(json, data);
    }
}
