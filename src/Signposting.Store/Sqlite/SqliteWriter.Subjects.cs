using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Sqlite;

/// <summary>
/// Subjects. The row of a new one is inserted when it has been derived, with all that is known of it by then, and comes into the tree in the order of the keys:
/// neighbours in the tree are then written one after the other.
/// </summary>
internal sealed partial class SqliteWriter
{
    private const string FindByHead = """
        SELECT subject_id FROM subject_by_head WHERE head = @0 UNION ALL SELECT subject_id FROM subject_by_head_new WHERE head = @0
        """;

    private const string ReadKey = "SELECT key, dataset_id FROM subject WHERE id = @0";

    private const string UpdateSubject = """
        UPDATE subject SET described = @1, root_id = @2, reason = @3, detail = @4
        WHERE id = @0 AND (described IS NOT @1 OR root_id IS NOT @2 OR reason IS NOT @3 OR detail IS NOT @4)
        """;

    private readonly Dictionary<(long DatasetId, SubjectKey Key), long> _interned = [];
    private readonly List<NewSubject> _unwritten = [];
    private readonly RowInserts _subjects = new(session, "INSERT OR FAIL INTO subject (id, key, dataset_id, times, described, root_id, reason, detail)", 8);
    private readonly NewSubjects _new = new();
    private long? _lastSubject;

    public ValueTask<Dictionary<SubjectKey, long>> InternSubjectsAsync(long datasetId, IReadOnlyCollection<SubjectKey> keys, CancellationToken cancel)
    {
        // Rarely: a transaction writes pages of one feed, and so of one dataset.
        if (_unwritten.Count > 0 && _unwritten[^1].DatasetId != datasetId)
            WriteSubjects();
        _new.Reserve(keys.Count);
        _interned.EnsureCapacity(_interned.Count + keys.Count);
        var ids = new Dictionary<SubjectKey, long>(keys.Count);
        foreach (var key in keys)
            ids.Add(key, Intern(datasetId, key));
        return ValueTask.FromResult(ids);
    }

    public ValueTask MarkTimesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var statement = session.Statement("UPDATE subject SET times = 1 WHERE id = @0 AND times = 0", 1);
        foreach (var id in subjectIds)
        {
            if (_new.Find(id) is { IsWritten: false } subject)
                subject.HasTimes = true;
            else
                statement.With(id).Execute();
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask WriteSubjectOutcomesAsync(IReadOnlyList<SubjectOutcome> outcomes, CancellationToken cancel)
    {
        var fresh = new List<(NewSubject Subject, SubjectOutcome Outcome)>(outcomes.Count);
        foreach (var outcome in outcomes)
        {
            if (_new.Find(outcome.SubjectId) is { IsWritten: false } subject)
                fresh.Add((subject, outcome));
            else
                session.Statement(UpdateSubject, 5).With(outcome.SubjectId, outcome.Described ? 1 : 0, outcome.RootId, outcome.Reason, outcome.Detail).Execute();
        }

        WriteSubjects(fresh);
        return ValueTask.CompletedTask;
    }

    /// <summary>Inserts those that nothing was derived of, before somebody reads the table.</summary>
    private void WriteSubjects()
    {
        WriteSubjects([.. _unwritten.Where(subject => !subject.IsWritten).Select(subject => (subject, new SubjectOutcome(subject.Id, false, null, null, null)))]);
        _unwritten.Clear();
    }

    private void WriteSubjects(List<(NewSubject Subject, SubjectOutcome Outcome)> fresh)
    {
        foreach (var (subject, outcome) in fresh)
        {
            _subjects.Add(subject.Id, subject.Key.ToBytes(), subject.DatasetId, subject.HasTimes, outcome.Described, outcome.RootId, outcome.Reason, outcome.Detail);
            subject.IsWritten = true;
        }

        _subjects.Flush();
        fresh.Sort((a, b) => a.Subject.Key.Head.CompareTo(b.Subject.Key.Head));
        foreach (var (subject, _) in fresh)
            GatherHead(subject);
        _heads.Flush();
    }

    private long Intern(long datasetId, SubjectKey key)
    {
        if (engine.Subjects.TryGet(datasetId, key, out var known) || _interned.TryGetValue((datasetId, key), out known))
            return known;
        var (found, hasNamesakes) = FindSubject(datasetId, key);
        var id = found ?? NewSubject(datasetId, key, hasNamesakes);
        _interned.Add((datasetId, key), id);
        return id;
    }

    private long NewSubject(long datasetId, SubjectKey key, bool hasNamesakes)
    {
        _lastSubject = (_lastSubject ?? session.Statement("SELECT max(id) FROM subject", 0).Long() ?? 0) + 1;
        var subject = new NewSubject(_lastSubject.Value, key, datasetId) { HasNamesakes = hasNamesakes };
        _new.Add(subject);
        _unwritten.Add(subject);
        return subject.Id;
    }

    /// <summary>Its id, and whether another dataset names the same subject, or there is one that may have the same public id.</summary>
    private (long? Id, bool HasNamesakes) FindSubject(long datasetId, SubjectKey key)
    {
        long? id = null;
        var hasNamesakes = false;
        using var reader = session.Statement(FindByHead, 1).With(key.Head).Read();
        while (reader.Read())
        {
            if (KeyOf(reader.GetInt64(0)) == (key, datasetId))
                id = reader.GetInt64(0);
            else
                hasNamesakes = true;
        }

        return (id, hasNamesakes);
    }

    /// <summary>The subjects of other datasets with the same key.</summary>
    private void AddNamesakes(HashSet<long> namesakes, SubjectKey key, long datasetId)
    {
        using var reader = session.Statement(FindByHead, 1).With(key.Head).Read();
        while (reader.Read())
        {
            if (KeyOf(reader.GetInt64(0)) is (var other, var dataset) && other == key && dataset != datasetId)
                namesakes.Add(reader.GetInt64(0));
        }
    }

    private (SubjectKey Key, long DatasetId)? KeyOf(long id)
    {
        using var reader = session.Statement(ReadKey, 1).With(id).Read();
        return reader.Read() ? (SubjectKey.FromBytes(reader.GetBytes(0)), reader.GetInt64(1)) : null;
    }
}
