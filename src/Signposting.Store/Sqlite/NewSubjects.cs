using Signposting.Store.Opportunities;

namespace Signposting.Store.Sqlite;

/// <summary>
/// Subjects that this transaction has interned. Nothing of theirs can be in the store but what the transaction wrote itself,
/// so most questions about them need not be asked: a first harvest asks five for each opportunity.
/// </summary>
internal sealed class NewSubjects
{
    private readonly Dictionary<long, (SubjectKey Key, long DatasetId)> _new = [];
    private readonly HashSet<long> _withNamesakes = [];
    private readonly HashSet<long> _described = [];
    private readonly HashSet<long> _named = [];
    private readonly HashSet<long> _timed = [];
    private readonly HashSet<long> _offered = [];

    public void Add(long id, SubjectKey key, long datasetId, bool hasNamesakes)
    {
        _new.Add(id, (key, datasetId));
        if (hasNamesakes)
            _withNamesakes.Add(id);
    }

    /// <summary>A fragment of <paramref name="id"/> was written that names <paramref name="parentId"/>.</summary>
    public void Describe(long id, long? parentId)
    {
        _described.Add(id);
        if (parentId is { } parent)
            _named.Add(parent);
    }

    public void AddSession(long id) => _timed.Add(id);

    public void Offer(long id) => _offered.Add(id);

    public bool TryGet(long id, out (SubjectKey Key, long DatasetId) subject) => _new.TryGetValue(id, out subject);

    public bool HasNoNamesakes(long id) => _new.ContainsKey(id) && !_withNamesakes.Contains(id);

    public bool HasNoFragments(long id) => _new.ContainsKey(id) && !_described.Contains(id);

    public bool HasNoChildren(long id) => _new.ContainsKey(id) && !_named.Contains(id);

    public bool HasNoSessions(long id) => _new.ContainsKey(id) && !_timed.Contains(id);

    public bool HasNoOpportunities(long id) => _new.ContainsKey(id) && !_offered.Contains(id);
}
