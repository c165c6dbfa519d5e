using System.Collections.Concurrent;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Postgis;

/// <summary>
/// Ids of subjects that are committed, about <see cref="MaxEntries"/> of them (20 MB); a harvest names the same ones again and again.
/// Subjects are never deleted, so that what one process remembers stays true whatever others do.
/// </summary>
internal sealed class SubjectIds
{
    private const int MaxEntries = 100_000;

    private readonly ConcurrentDictionary<(long DatasetId, SubjectKey Key), long> _ids = new();
    private int _count;

    public bool TryGet(long datasetId, SubjectKey key, out long id) => _ids.TryGetValue((datasetId, key), out id);

    public void Add(IReadOnlyCollection<(long DatasetId, SubjectKey Key, long Id)> committed)
    {
        if (Interlocked.Add(ref _count, committed.Count) > MaxEntries)
        {
            _ids.Clear();
            Interlocked.Exchange(ref _count, committed.Count);
        }

        foreach (var (datasetId, key, id) in committed)
            _ids[(datasetId, key)] = id;
    }
}
