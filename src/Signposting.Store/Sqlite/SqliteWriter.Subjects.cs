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

    private readonly List<NewSubject> _unwritten = [];
    private readonly RowInserts _subjects = session.Inserts("INSERT OR FAIL INTO subject (id, key, dataset_id, times, described, root_id, reason, detail)", 8);
    private readonly NewSubjects _new = new();
    private long? _lastSubject;
    private bool _knowsHeads;

    public ValueTask<long[]> InternSubjectsAsync(long datasetId, IReadOnlyList<SubjectKey> keys, CancellationToken cancel)
    {
        // Rarely: a transaction writes pages of one feed, and so of one dataset.
        if (_unwritten.Count > 0 && _unwritten[^1].DatasetId != datasetId)
            WriteSubjects();
        var ids = new long[keys.Count];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = Intern(datasetId, keys[i]);
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

    public ValueTask WriteSubjectOutcomesAsync(IReadOnlyList<Derived> derived, CancellationToken cancel)
    {
        for (var i = 0; i < derived.Count; i++)
        {
            var outcome = derived[i].Outcome;
            if (_new.Find(outcome.SubjectId) is { IsWritten: false } subject)
                Insert(subject, outcome);
            else
                session.Statement(UpdateSubject, 5).With(outcome.SubjectId, outcome.Described ? 1 : 0, outcome.RootId, outcome.Reason, outcome.Detail).Execute();
        }

        FlushSubjects();
        return ValueTask.CompletedTask;
    }

    /// <summary>Inserts those that nothing was derived of, before somebody reads the table.</summary>
    private void WriteSubjects()
    {
        foreach (var subject in _unwritten)
        {
            if (!subject.IsWritten)
                Insert(subject, new SubjectOutcome(subject.Id, false, null, null, null));
        }

        FlushSubjects();
        _unwritten.Clear();
    }

    private void Insert(NewSubject subject, in SubjectOutcome outcome)
    {
        _subjects.Add(subject.Id, subject.Key.ToBytes(), subject.DatasetId, subject.HasTimes, outcome.Described, outcome.RootId, outcome.Reason, outcome.Detail);
        _heads.Add(subject.Key.Head, subject.Id);
        subject.IsWritten = true;
    }

    private void FlushSubjects()
    {
        _subjects.Flush();
        Gather(_heads, Heads);
    }

    private void CommitSubjects()
    {
        engine.Subjects.Commit();
        if (_knowsHeads)
            engine.Subjects.Heads.Commit(_lastSubject!.Value);
    }

    private long Intern(long datasetId, SubjectKey key)
    {
        ref var id = ref engine.Subjects.Find(datasetId, key, out var isKnown);
        if (!isKnown)
            id = FindOrMake(datasetId, key);
        return id;
    }

    private long FindOrMake(long datasetId, SubjectKey key)
    {
        if (_lastSubject is null)
        {
            var last = session.Statement("SELECT max(id) FROM subject", 0).Long() ?? 0;
            _knowsHeads = engine.Subjects.Heads.TryCatchUp(session, last);
            _lastSubject = last;
        }

        if (!_knowsHeads)
            engine.Subjects.Heads.Ask();
        else if (!engine.Subjects.Heads.MayHave(key.Head))
            return NewSubject(datasetId, key, hasNamesakes: false);
        var (found, hasNamesakes) = FindSubject(datasetId, key);
        return found ?? NewSubject(datasetId, key, hasNamesakes);
    }

    private long NewSubject(long datasetId, SubjectKey key, bool hasNamesakes)
    {
        _lastSubject++;
        var subject = new NewSubject(_lastSubject!.Value, key, datasetId) { HasNamesakes = hasNamesakes };
        _new.Add(subject);
        _unwritten.Add(subject);
        if (_knowsHeads)
            engine.Subjects.Heads.Add(key.Head);
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
        return reader.Read() ? (SubjectKey.FromBytes(reader.GetUtf8(0)), reader.GetInt64(1)) : null;
    }
}
