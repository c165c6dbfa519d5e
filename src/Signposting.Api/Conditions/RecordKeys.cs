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

    private readonly ConcurrentDictionary<long, (long Version, RecordKey Key)> _keys = new();

    // Thousands of records say the same: one key serves them all.
    private readonly ConcurrentDictionary<RecordKey, RecordKey> _same = new();
    private ActivityList _list = activities();
    private int _count;

    /// <returns>Null when this version of the record was not read yet.</returns>
    public RecordKey? Find(in OpportunityCard card)
    {
        ForgetWhatAnotherListMayPlace();
        return _keys.TryGetValue(card.Id, out var known) && known.Version == card.Version ? known.Key : null;
    }

    public RecordKey Read(in OpportunityCard card, Description description)
    {
        var key = Read(description);
        if (Interlocked.Increment(ref _count) > MostRecords)
        {
            _keys.Clear();
            _same.Clear();
            Volatile.Write(ref _count, 1);
        }

        key = _same.GetOrAdd(key, key);
        _keys[card.Id] = (card.Version, key);
        return key;
    }

    public RecordKey Read(Description description) => rules.Read(new RecordWords
    {
        Activities = [.. (description.Activities ?? []).Select(activity => activity.Id).OfType<string>()],
        Name = description.Name,
        Description = description.Text,
        Levels = [.. description.Levels ?? []],
        Coached = description.IsCoached,
        AgeFrom = description.AgeRange?.Min,
        AgeTo = description.AgeRange?.Max,
    }, activities());

    /// <summary>A published list that is newer than the rules changes what is made of activities that the rules do not know.</summary>
    private void ForgetWhatAnotherListMayPlace()
    {
        var (before, now) = (_list, activities());
        if (ReferenceEquals(before, now) || Interlocked.CompareExchange(ref _list, now, before) != before || before.Version == now.Version)
            return;
        foreach (var (id, known) in _keys)
        {
            if (known.Key.DependsOnTheList)
                _keys.TryRemove(id, out _);
        }
    }
}
