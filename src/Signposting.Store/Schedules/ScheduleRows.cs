using Signposting.Store.Commit;

namespace Signposting.Store.Schedules;

/// <summary>A subject whose Schedules are expanded.</summary>
/// <param name="SubjectId">Which one.</param>
/// <param name="Until">Up to when (Unix seconds); <see cref="Explicit"/>: not at all, because its publisher publishes its sessions.</param>
internal sealed record ScheduleRow(long SubjectId, long Until)
{
    public const long Explicit = long.MaxValue;
}

/// <summary>A session that was made of a Schedule, as it is held.</summary>
internal readonly record struct ExpandedRow(long FeedId, long SubjectId, long Start, long? Seconds)
{
    /// <summary>Stands where another session names its item. No RPDE id leads to it: those that are numbers are not negative,
    /// and a hash is it once in 2^63.</summary>
    public const long ItemKey = -1;

    public SessionRef ToRef() => new(SubjectId, Start, ItemKey, 0);

    /// <summary>Like the span of an event it counts only while no session of its own is held.</summary>
    public SessionRow ToSession() => new() { SubjectId = SubjectId, Start = Start, ItemKey = ItemKey, Seconds = Seconds, Flags = SessionFlags.Whole };
}
