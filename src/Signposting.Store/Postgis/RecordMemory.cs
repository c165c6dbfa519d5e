using System.Collections.Concurrent;
using Signposting.Store.Search;

namespace Signposting.Store.Postgis;

/// <summary>
/// Records that were shown lately, by card: its version changes with all of a record that is remembered. What is told of the feed is not,
/// and is asked each time. At most <see cref="MostRecords"/> (about 60 MB): when as many were added as half of it, what was not shown since goes.
/// </summary>
internal sealed class RecordMemory
{
    private const int MostRecords = 40_000;

    private ConcurrentDictionary<OpportunityCard, StoredRecord> _young = new();
    private ConcurrentDictionary<OpportunityCard, StoredRecord> _old = new();
    private int _count;

    public StoredRecord? Find(OpportunityCard card)
    {
        if (_young.TryGetValue(card, out var record))
            return record;
        if (!_old.TryGetValue(card, out record))
            return null;
        Add(card, record);
        return record;
    }

    public void Add(OpportunityCard card, StoredRecord record)
    {
        if (!_young.TryAdd(card, record) || Interlocked.Increment(ref _count) <= MostRecords / 2)
            return;
        Volatile.Write(ref _count, 0);
        (_old, _young) = (_young, new ConcurrentDictionary<OpportunityCard, StoredRecord>());
    }
}

/// <summary>A record without what is told of its feed.</summary>
internal sealed record StoredRecord(StoredOpportunity Stored, long FeedId);
