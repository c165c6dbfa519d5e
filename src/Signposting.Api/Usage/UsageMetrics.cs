using System.Diagnostics.Metrics;
using Signposting.Api.Telemetry;
using Signposting.Store.Usage;

namespace Signposting.Api.Usage;

/// <summary>How many events were recorded, and how many could not be.</summary>
internal static class UsageMetrics
{
    private static readonly Counter<long> RecordedEvents = Meters.Service.CreateCounter<long>("signposting.usage.recorded", null, "Usage events written to the store, by kind.");

    private static readonly Counter<long> DroppedEvents = Meters.Service.CreateCounter<long>("signposting.usage.dropped", null, "Searches and views that were answered but not recorded, because the store was too slow or away.");

    public static void Recorded(UsageEvent usage) => RecordedEvents.Add(1, Tag(usage.Kind));

    public static void Dropped(UsageEvent usage) => DroppedEvents.Add(1, Tag(usage.Kind));

    private static KeyValuePair<string, object?> Tag(UsageKind kind) => new("kind", kind switch
    {
        UsageKind.Search => "search",
        UsageKind.View => "view",
        _ => "signpost",
    });
}
