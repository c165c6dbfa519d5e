namespace Signposting.Store.Postgis;

/// <summary>
/// Notes what a transaction has changed that processes remember for searches. Noted under the writers' lock, which is given back when the
/// transaction is seen by others: readers see the notes in the order of their numbers, and none before what it tells of.
/// </summary>
internal sealed partial class PostgisWriter
{
    /// <summary>Later than all before, and never given twice.</summary>
    private const string NextChange = """
        greatest(coalesce((SELECT max(seq) FROM search_change), 0) + 1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint)
        """;

    private const string NoteSubjects = $"INSERT INTO search_change (seq, subjects) VALUES ({NextChange}, $1)";

    /// <summary>Gives other versions to the cells where these are (Search/CardCell.cs).</summary>
    private const string TouchCells = $"""
        WITH touched AS (
          INSERT INTO card_cell AS c (cell, version)
          SELECT cell, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint
          FROM (SELECT DISTINCT floor(lat * 50)::bigint * 1048576 + floor(lon * 30)::bigint AS cell FROM opportunity WHERE public_id = ANY($1) AND lat IS NOT NULL) here
          ON CONFLICT (cell) DO UPDATE SET version = greatest(c.version + 1, excluded.version)
          RETURNING cell, version)
        INSERT INTO search_change (seq, cells, versions) SELECT {NextChange}, array_agg(cell), array_agg(version) FROM touched HAVING count(*) > 0
        """;

    private const string ForgetChanges = """
        DELETE FROM search_change WHERE seq < (SELECT seq FROM search_change ORDER BY seq DESC OFFSET $1 LIMIT 1)
        """;

    /// <summary>A process that has not searched for so many transactions reads everything anew.</summary>
    private const long KeptChanges = 256;

    private readonly HashSet<long> _rescheduled = [];
    private bool _hasChanges;

    /// <summary>Whose sessions were written or deleted.</summary>
    private void NoteSessions(IEnumerable<long> subjectIds)
    {
        Lock();
        _rescheduled.UnionWith(subjectIds);
    }

    private void TouchCellsOf(Npgsql.NpgsqlParameter publicIds)
    {
        Lock();
        _hasChanges = true;
        session.Tell(TouchCells, publicIds);
    }

    private void NoteChanges()
    {
        if (_rescheduled.Count > 0)
            session.Tell(NoteSubjects, Sql.Of(_rescheduled));
        if (_rescheduled.Count > 0 || _hasChanges)
            session.Tell(ForgetChanges, Sql.Of(KeptChanges));
    }
}
