namespace Signposting.Store.Usage;

/// <summary>Which events are visited.</summary>
/// <param name="First">Their first day.</param>
/// <param name="Last">Their last day.</param>
public sealed record UsageSpan(DateOnly First, DateOnly Last)
{
    /// <summary>ODS code of a board; null: all.</summary>
    public string? Icb { get; init; }

    /// <summary>The number of the last event that is visited (<see cref="SpatialStore.SettleUsageAsync"/>).</summary>
    public long Through { get; init; } = long.MaxValue;

    /// <summary>Late is what is of an earlier day and was written after the event of this number; null: nothing is.</summary>
    public long? LateAfter { get; init; }
}
