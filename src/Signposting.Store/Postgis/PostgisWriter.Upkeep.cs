namespace Signposting.Store.Postgis;

/// <summary>What is over, and old tombstones.</summary>
internal sealed partial class PostgisWriter
{
    private const int SubjectsAtOnce = 5_000;

    /// <summary>The next subjects with sessions, found by hopping from one to the next along the key.</summary>
    private const string LastOfNext = """
        WITH RECURSIVE next (id, n) AS (
          (SELECT subject_id, 1 FROM session WHERE subject_id > $1 ORDER BY subject_id LIMIT 1)
          UNION ALL
          SELECT (SELECT s.subject_id FROM session s WHERE s.subject_id > next.id ORDER BY s.subject_id LIMIT 1), n + 1
          FROM next WHERE next.id IS NOT NULL AND n < $2)
        SELECT max(id) FROM next
        """;

    private const string RemoveItems = """
        DELETE FROM item i USING session s
        WHERE s.subject_id > $1 AND s.subject_id <= $2 AND s.start + coalesce(s.seconds, 0) < $3
          AND i.feed_id = s.feed_id AND i.item_key = s.item_key AND i.state = 0 AND i.refs IS NULL
        """;

    private const string RemoveSessions = """
        WITH gone AS (DELETE FROM session WHERE subject_id > $1 AND subject_id <= $2 AND start + coalesce(seconds, 0) < $3 RETURNING 1)
        SELECT count(*) FROM gone
        """;

    private const string RemoveVariants = """
        DELETE FROM variant v WHERE subject_id > $1 AND subject_id <= $2 AND NOT EXISTS (SELECT FROM session s WHERE s.variant_id = v.id)
        """;

    private const string RemoveTombstones = """
        WITH gone AS (
          DELETE FROM item WHERE state = 2 AND (feed_id, item_key) IN (
            SELECT feed_id, item_key FROM item WHERE state = 2 AND at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
          RETURNING 1)
        SELECT count(*) FROM gone
        """;

    public async Task<(long? Next, long Removed)> RemoveOverAsync(long over, long afterSubject, CancellationToken cancel)
    {
        Lock();
        var found = await session.ReadAsync(LastOfNext, static r => r.Long(0), cancel, Sql.Of(afterSubject), Sql.Of((long)SubjectsAtOnce)).ConfigureAwait(false);
        if (found[0] is not { } last)
            return (null, 0);
        session.Tell(RemoveItems, Sql.Of(afterSubject), Sql.Of(last), Sql.Of(over));
        var removed = await session.ReadAsync(RemoveSessions, static r => r.GetInt64(0), cancel, Sql.Of(afterSubject), Sql.Of(last), Sql.Of(over)).ConfigureAwait(false);
        session.Tell(RemoveVariants, Sql.Of(afterSubject), Sql.Of(last));
        return (last, removed[0]);
    }

    public async Task<long> RemoveTombstonesAsync(long before, int max, CancellationToken cancel)
    {
        var removed = await session.ReadAsync(RemoveTombstones, static r => r.GetInt64(0), cancel, Sql.Of(before), Sql.Of((long)max)).ConfigureAwait(false);
        return removed[0];
    }
}
