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

    // Read first and deleted by key: joined in one statement, a planner without statistics of a freshly filled store
    // scans all items once for each session.
    private const string FindOver = """
        SELECT feed_id, item_key, subject_id FROM session WHERE subject_id > $1 AND subject_id <= $2 AND start + coalesce(seconds, 0) < $3
        """;

    /// <summary>The whole span of an event (flag 8) counts again when all else of it is gone; of others, no search asks for what is over.</summary>
    private const string FindWhole = "SELECT DISTINCT subject_id FROM session WHERE subject_id = ANY($1) AND flags & 8 <> 0";

    private const string RemoveItems = """
        DELETE FROM item i USING unnest($1::bigint[], $2::bigint[]) AS old (feed_id, item_key)
        WHERE i.feed_id = old.feed_id AND i.item_key = old.item_key AND i.state = 0 AND i.refs IS NULL
        """;

    private const string RemoveSessions = "DELETE FROM session WHERE subject_id > $1 AND subject_id <= $2 AND start + coalesce(seconds, 0) < $3";

    private const string RemoveVariants = """
        DELETE FROM variant v WHERE subject_id > $1 AND subject_id <= $2 AND NOT EXISTS (SELECT FROM session s WHERE s.subject_id = v.subject_id AND s.variant_id = v.id)
        """;

    private const string RemoveTombstones = """
        WITH gone AS (
          DELETE FROM item WHERE state = 2 AND (feed_id, item_key) IN (
            SELECT feed_id, item_key FROM item WHERE state = 2 AND at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
          RETURNING 1)
        SELECT count(*) FROM gone
        """;

    public async Task<(long? Next, long Removed)> RemoveOverAsync(long before, long afterSubject, CancellationToken cancel)
    {
        Lock();
        var found = await session.ReadAsync(LastOfNext, static r => r.Long(0), cancel, Sql.Of(afterSubject), Sql.Of((long)SubjectsAtOnce)).ConfigureAwait(false);
        if (found[0] is not { } last)
            return (null, 0);
        var over = await session.ReadAsync(
            FindOver, static r => (Feed: r.GetInt64(0), Item: r.GetInt64(1), Subject: r.GetInt64(2)), cancel, Sql.Of(afterSubject), Sql.Of(last), Sql.Of(before)).ConfigureAwait(false);
        if (over.Count > 0)
        {
            NoteSessions(await session.ReadAsync(FindWhole, static r => r.GetInt64(0), cancel, Sql.Of(over.Select(o => o.Subject).ToHashSet())).ConfigureAwait(false));
            session.Tell(RemoveItems, Sql.Of(over.Select(o => o.Feed).ToArray()), Sql.Of(over.Select(o => o.Item).ToArray()));
            session.Tell(RemoveSessions, Sql.Of(afterSubject), Sql.Of(last), Sql.Of(before));
        }

        session.Tell(RemoveVariants, Sql.Of(afterSubject), Sql.Of(last));
        return (last, over.Count);
    }

    public ValueTask SettleAsync(CancellationToken cancel) => ValueTask.CompletedTask;

    public async Task<long> RemoveTombstonesAsync(long before, int max, CancellationToken cancel)
    {
        var removed = await session.ReadAsync(RemoveTombstones, static r => r.GetInt64(0), cancel, Sql.Of(before), Sql.Of((long)max)).ConfigureAwait(false);
        return removed[0];
    }
}
