using Signposting.Store.Commit;

namespace Signposting.Store.Harvest;

/// <summary>
/// Prepares the changes of a page one after another, so that each may be let go of before the next one is made: a page's changes are a megabyte
/// that the collector would copy.
/// </summary>
/// <param name="count">About how many will come.</param>
public sealed class ChangePreparation(int count)
{
    private readonly List<PreparedItem> _items = new(count);
    private readonly Dictionary<long, int> _places = new(count);
    private int _count;
    private long _sessions;

    /// <summary>Takes the next change. Publishers repeat items: the last word counts, unless it is older than an earlier one.</summary>
    public void Add(ItemChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _count++;
        _sessions += change.Sessions.Count;
        var key = ItemKey.From(change.Id);
        if (_places.TryAdd(key, _items.Count))
            _items.Add(PreparedItem.From(change, key));
        else if (_places[key] is var place && !PreparedItem.IsOlder(change.Modified, _items[place].Modified))
            _items[place] = PreparedItem.From(change, key);
    }

    /// <summary>What came; nothing is added behind it.</summary>
    public PreparedChanges Finish() => new(_items, _count, _sessions);
}
