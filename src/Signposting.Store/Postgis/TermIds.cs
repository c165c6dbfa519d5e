using System.Collections.Concurrent;

namespace Signposting.Store.Postgis;

/// <summary>Ids of terms that searches asked for. Terms are never deleted, so that what one process remembers stays true whatever others do.</summary>
internal sealed class TermIds
{
    private const int MaxEntries = 10_000;

    private readonly ConcurrentDictionary<string, int> _ids = new(StringComparer.Ordinal);

    public int? Find(string value) => _ids.TryGetValue(value, out var id) ? id : null;

    public void Add(string value, int id)
    {
        if (_ids.Count < MaxEntries)
            _ids[value] = id;
    }
}
