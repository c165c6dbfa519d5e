using System.Collections.Concurrent;
using OpenActive.Vocabulary;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Suitability;
using Signposting.Suitability.Records;

namespace Signposting.Api.Conditions;

/// <summary>
/// What the rules read in each record, once for each version of it: about 60 bytes a record, in memory only, so that
/// other rules after a restart read again.
/// </summary>
internal sealed class RecordKeys(Rules rules, Func<ActivityList> activities)
{
    private const int MostRecords = 1_000_000;

    private readonly ConcurrentDictionary<long, (long Version, KnownRecord Record)> _known = new();

    // Thousands of records say the same: one key serves them all. A number is never given twice, even when the memory was emptied.
    private readonly ConcurrentDictionary<(RecordKey Key, string List), KnownRecord> _same = new();
    private int _count;
    private int _numbers;

    /// <returns>Null when this version of the record was not read yet.</returns>
    public KnownRecord? Find(in OpportunityCard card) =>
        _known.TryGetValue(card.Id, out var known) && known.Version == card.Version && IsCurrent(known.Record) ? known.Record : null;

    /// <summary>A published list that is newer than the rules changes what is made of activities that the rules do not know.</summary>
    public bool IsCurrent(KnownRecord record) => record.IsCurrent(activities());

    public KnownRecord Read(in OpportunityCard card, Description description)
    {
        var list = activities();
        var key = Read(description, list);
        if (Interlocked.Increment(ref _count) > MostRecords)
        {
            _known.Clear();
            _same.Clear();
            Volatile.Write(ref _count, 1);
        }

        var record = _same.GetOrAdd(
            (key, key.DependsOnTheList ? list.Version : ""),
            static (said, keys) => new KnownRecord(said.Key, Interlocked.Increment(ref keys._numbers) - 1, said.List),
            this);
        _known[card.Id] = (card.Version, record);
        return record;
    }

    public RecordKey Read(Description description) => Read(description, activities());

    private RecordKey Read(Description description, ActivityList list) => rules.Read(new RecordWords
    {
        Activities = [.. (description.Activities ?? []).Select(activity => activity.Id).OfType<string>()],
        Name = description.Name,
        Description = description.Text,
        Levels = [.. description.Levels ?? []],
        Coached = description.IsCoached,
        AgeFrom = description.AgeRange?.Min,
        AgeTo = description.AgeRange?.Max,
    }, list);
}
