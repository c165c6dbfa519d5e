using System.Runtime.InteropServices;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Sqlite;

/// <summary>
/// Ids of subjects, those of the transaction at hand and about <see cref="MaxEntries"/> that are committed (10 MB). Subjects are never deleted.
/// Used under the writer's lock only.
/// </summary>
internal sealed class SubjectCache
{
    private const int MaxEntries = 100_000;

    /// <summary>The activity list has nine hundred.</summary>
    private const int MaxTerms = 2_000;

    private readonly Dictionary<(long DatasetId, SubjectKey Key), long> _ids = [];
    private readonly List<(long DatasetId, SubjectKey Key)> _uncommitted = [];

    /// <summary>Ids of terms, which are never deleted either.</summary>
    public Dictionary<string, int> Terms { get; } = new(StringComparer.Ordinal);

    /// <summary>Which of those that are not known here may be in the store.</summary>
    public SubjectHeads Heads { get; } = new();

    /// <summary>The id of a subject, to be set at once when it is not known; it is forgotten unless the transaction is committed.</summary>
    public ref long Find(long datasetId, SubjectKey key, out bool isKnown)
    {
        _uncommitted.EnsureCapacity(_uncommitted.Count + 1);
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, (datasetId, key), out isKnown);
        if (!isKnown)
            _uncommitted.Add((datasetId, key));
        return ref id;
    }

    public void Commit()
    {
        _uncommitted.Clear();
        if (_ids.Count >= MaxEntries)
            _ids.Clear();
        if (Terms.Count >= MaxTerms)
            Terms.Clear();
    }

    public void RollBack()
    {
        foreach (var subject in _uncommitted)
            _ids.Remove(subject);
        _uncommitted.Clear();
        Terms.Clear();
    }
}
