namespace Signposting.Store.Feeds;

/// <summary>Writes what becomes of feeds that go, come back, or are read again, and who harvests.</summary>
internal interface ILifecycleWriter
{
    /// <summary>Takes the lock of the writers; null when there is no such feed.</summary>
    ValueTask<LifecycleRow?> LockLifecycleAsync(long feedId, CancellationToken cancel);

    /// <summary>Writes all but the generation's marks; <see cref="LifecycleRow.Cursor"/> null makes the feed begin at its start, and no lowest <c>modified</c> is known any more.</summary>
    ValueTask WriteLifecycleAsync(long feedId, LifecycleRow row, long? goneSeen, CancellationToken cancel);

    ValueTask MarkSeenAsync(long feedId, IReadOnlyCollection<long> keys, long generation, CancellationToken cancel);

    /// <summary>Keys after <paramref name="after"/> of items in any state, lowest first.</summary>
    ValueTask<IReadOnlyList<long>> ReadKeysAsync(long feedId, long after, int max, CancellationToken cancel);

    /// <summary>Keys after <paramref name="after"/> of items, tombstones apart, that this generation has not met, lowest first.</summary>
    ValueTask<IReadOnlyList<long>> ReadUnseenAsync(long feedId, long generation, long after, int max, CancellationToken cancel);

    /// <summary>Removes up to <paramref name="max"/> marks of this generation and earlier ones.</summary>
    /// <returns>How many.</returns>
    ValueTask<long> RemoveMarksAsync(long feedId, long generation, int max, CancellationToken cancel);

    /// <summary>Descriptions of parents that the feed's items embedded, with their subjects, by row id after <paramref name="after"/>.</summary>
    ValueTask<IReadOnlyList<(long Id, long SubjectId)>> ReadEmbeddedAsync(long feedId, long after, int max, CancellationToken cancel);

    /// <summary>The owner and the end of a lease, locked for this transaction; null when nobody has it.</summary>
    ValueTask<(string Owner, long Until)?> LockLeaseAsync(string name, CancellationToken cancel);

    ValueTask WriteLeaseAsync(string name, string owner, long until, CancellationToken cancel);

    ValueTask DeleteLeaseAsync(string name, string owner, CancellationToken cancel);
}

/// <summary>Reads how far the feeds are read, which are left out of answers, and who harvests.</summary>
internal interface ILifecycleReader
{
    ValueTask<Coverage> ReadCoverageAsync(CancellationToken cancel);

    /// <summary>URLs of the feeds whose records are concealed.</summary>
    ValueTask<IReadOnlyList<string>> ReadConcealedAsync(CancellationToken cancel);

    /// <summary>The owner and the end of a lease, also when that is past; null when nobody has it.</summary>
    ValueTask<(string Owner, long Until)?> ReadLeaseAsync(string name, CancellationToken cancel);
}
