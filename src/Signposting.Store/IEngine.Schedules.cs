using Signposting.Store.Schedules;

namespace Signposting.Store;

/// <summary>What the expansion of Schedules needs.</summary>
internal partial interface IStoreWriter
{
    /// <summary>Of these subjects, those that have a row.</summary>
    ValueTask<IReadOnlyList<ScheduleRow>> ReadSchedulesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel);

    /// <summary>Inserts or replaces by subject.</summary>
    ValueTask WriteSchedulesAsync(IReadOnlyCollection<ScheduleRow> rows, CancellationToken cancel);

    ValueTask DeleteSchedulesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel);

    /// <summary>The sessions of these subjects that were made of Schedules.</summary>
    ValueTask<IReadOnlyList<ExpandedRow>> ReadExpandedAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel);

    /// <summary>Of these subjects, those with a session that their publisher publishes.</summary>
    ValueTask<IReadOnlyList<long>> ReadPublishedAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel);

    /// <summary>Subjects after <paramref name="afterSubject"/> that are expanded up to a time before <paramref name="until"/>, lowest id first.</summary>
    ValueTask<IReadOnlyList<long>> FindUnrolledAsync(long until, long afterSubject, int max, CancellationToken cancel);
}
