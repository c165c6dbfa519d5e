using Signposting.Store.Opportunities;

namespace Signposting.Store.Sqlite;

/// <summary>
/// Ids of subjects that are committed, at most <see cref="MaxEntries"/> of them (about 10 MB). Used under the writer's lock only.
/// </summary>
internal sealed class SubjectCache
{
    private const int MaxEntries = 100_000;

    private readonly Dictionary<(long DatasetId, SubjectKey Key), long> _ids = [];

    public bool TryGet(long datasetId, SubjectKey key, out long id) => _ids.TryGetValue((datasetId, key), out id);

    public void Add(long datasetId, SubjectKey key, long id)
    {
        if (_ids.Count >= MaxEntries)
            _ids.Clear();
        _ids[(datasetId, key)] = id;
    }
}
