using Signposting.Store.Search;

namespace Signposting.Store.Sqlite;

/// <summary>What a process remembers of sessions, and what it must forget.</summary>
internal sealed partial class SqliteReader
{
    /// <summary>Reading more changes than this costs more than forgetting everything.</summary>
    private const int MostChanges = 20_000;

    private const int MostStarts = 48;

    /// <summary>Asking costs nothing worth saving here.</summary>
    public void TrustMemory()
    {
    }

    /// <summary>Never needed, as memory is not trusted before it was asked for.</summary>
    public void StartOver() => throw new NotSupportedException("A reader of SQLite sees one state.");

    public ValueTask<SessionChanges?> ReadSessionChangesAsync(long after, CancellationToken cancel)
    {
        if (Conceals)
            return ValueTask.FromResult<SessionChanges?>(null);
        var last = session.Statement("SELECT max(seq) FROM session_change", 0).Long() ?? 0;
        // A reader may have begun a little before the one that saw the latest change.
        if (last <= after && after - last < MostChanges)
            return ValueTask.FromResult<SessionChanges?>(new SessionChanges(last, [], IsComplete: true));
        if (last < after || last - after > MostChanges)
            return ValueTask.FromResult<SessionChanges?>(new SessionChanges(last, [], IsComplete: false));
        var subjects = new List<long>((int)(last - after));
        using var reader = session.Statement("SELECT subject_id FROM session_change WHERE seq > @0", 1).With(after).Read();
        while (reader.Read())
            subjects.Add(reader.GetInt64(0));
        return ValueTask.FromResult<SessionChanges?>(new SessionChanges(last, subjects, subjects.Count == last - after));
    }

    public ValueTask<Dictionary<long, KnownStarts>> ReadUpcomingAsync(IReadOnlyCollection<long> subjectIds, long from, CancellationToken cancel)
    {
        var known = new Dictionary<long, KnownStarts>(subjectIds.Count);
        foreach (var id in subjectIds)
        {
            if (ReadUpcoming(id, from) is { } starts)
                known[id] = starts;
        }

        return ValueTask.FromResult(known);
    }

    private KnownStarts? ReadUpcoming(long subjectId, long from)
    {
        var starts = new List<long>();
        var (rows, last) = (0, from);
        using var reader = session.Statement("SELECT s.start, s.flags FROM session s WHERE s.subject_id = @0 AND s.start >= @1 ORDER BY s.start LIMIT @2", 3)
            .With(subjectId, from, MostStarts).Read();
        for (; reader.Read(); rows++)
        {
            last = reader.GetInt64(0);
            var flags = reader.GetInt32(1);
            if ((flags & 8) != 0)
                return null;
            if ((flags & 3) is not (1 or 2) && (starts.Count == 0 || starts[^1] != last))
                starts.Add(last);
        }

        return new KnownStarts(from, [.. starts], rows < MostStarts ? long.MaxValue : last);
    }
}
