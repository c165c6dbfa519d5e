using Signposting.Store.Feeds;

namespace Signposting.Store.Postgis;

/// <summary>Feeds that go, come back, or are read again; leases.</summary>
internal sealed partial class PostgisWriter
{
    private const string LockLifecycle = """
        SELECT cursor, gone_since, concealed, purged_at, resync_phase, resync_reason, resync_at, generation FROM feed WHERE id = $1 FOR UPDATE
        """;

    private const string WriteLifecycle = """
        UPDATE feed SET cursor = $2, gone_since = $3, gone_seen = $4, concealed = $5, purged_at = $6, resync_phase = $7, resync_reason = $8,
          resync_at = $9, generation = $10, low_modified = CASE WHEN $2 IS NULL THEN NULL ELSE low_modified END
        WHERE id = $1
        """;

    private const string MarkSeen = """
        INSERT INTO seen (feed_id, item_key, generation) SELECT $1, key, $3 FROM unnest($2::bigint[]) AS met (key)
        ON CONFLICT (feed_id, item_key) DO UPDATE SET generation = excluded.generation
        """;

    private const string ReadKeys = "SELECT item_key FROM item WHERE feed_id = $1 AND item_key > $2 ORDER BY item_key LIMIT $3";

    private const string ReadUnseen = """
        SELECT item_key FROM item i WHERE feed_id = $1 AND item_key > $3 AND state <> 2
          AND NOT EXISTS (SELECT FROM seen n WHERE n.feed_id = i.feed_id AND n.item_key = i.item_key AND n.generation = $2)
        ORDER BY item_key LIMIT $4
        """;

    private const string RemoveMarks = """
        WITH gone AS (
          DELETE FROM seen WHERE feed_id = $1 AND item_key IN (SELECT item_key FROM seen WHERE feed_id = $1 AND generation <= $2 LIMIT $3) RETURNING 1)
        SELECT count(*) FROM gone
        """;

    private const string ReadEmbedded = "SELECT id, subject_id FROM fragment WHERE id > $2 AND feed_id = $1 AND origin = 2 ORDER BY id LIMIT $3";

    /// <summary>A lease that nobody has cannot be locked by its row.</summary>
    private const string LockLeases = "LOCK TABLE lease IN EXCLUSIVE MODE";

    private const string ReadLease = "SELECT owner, until FROM lease WHERE name = $1";

    private const string WriteLease = """
        INSERT INTO lease (name, owner, until) VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
        """;

    public async ValueTask<LifecycleRow?> LockLifecycleAsync(long feedId, CancellationToken cancel)
    {
        Lock();
        var found = await session.ReadAsync(
            LockLifecycle,
            static r => new LifecycleRow
            {
                Cursor = r.Text(0),
                GoneSince = r.Long(1),
                IsConcealed = r.GetBoolean(2),
                PurgedAt = r.Long(3),
                Phase = (ResyncPhase)r.GetInt16(4),
                Reason = r.Text(5),
                ResyncAt = r.Long(6),
                Generation = r.GetInt64(7),
            },
            cancel,
            Sql.Of(feedId)).ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    public ValueTask WriteLifecycleAsync(long feedId, LifecycleRow row, long? goneSeen, CancellationToken cancel)
    {
        session.Tell(WriteLifecycle, Sql.Of(feedId), Sql.Of(row.Cursor), Sql.Of(row.GoneSince), Sql.Of(goneSeen), Sql.Of(row.IsConcealed), Sql.Of(row.PurgedAt),
            Sql.Of((long)row.Phase), Sql.Of(row.Reason), Sql.Of(row.ResyncAt), Sql.Of(row.Generation));
        return ValueTask.CompletedTask;
    }

    public ValueTask MarkSeenAsync(long feedId, IReadOnlyCollection<long> keys, long generation, CancellationToken cancel)
    {
        if (keys.Count > 0)
            session.Tell(MarkSeen, Sql.Of(feedId), Sql.Of(keys), Sql.Of(generation));
        return ValueTask.CompletedTask;
    }

    public async ValueTask<IReadOnlyList<long>> ReadKeysAsync(long feedId, long after, int max, CancellationToken cancel) =>
        await session.ReadAsync(ReadKeys, static r => r.GetInt64(0), cancel, Sql.Of(feedId), Sql.Of(after), Sql.Of((long)max)).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<long>> ReadUnseenAsync(long feedId, long generation, long after, int max, CancellationToken cancel) =>
        await session.ReadAsync(ReadUnseen, static r => r.GetInt64(0), cancel, Sql.Of(feedId), Sql.Of(generation), Sql.Of(after), Sql.Of((long)max)).ConfigureAwait(false);

    public async ValueTask<long> RemoveMarksAsync(long feedId, long generation, int max, CancellationToken cancel)
    {
        var removed = await session.ReadAsync(RemoveMarks, static r => r.GetInt64(0), cancel, Sql.Of(feedId), Sql.Of(generation), Sql.Of((long)max)).ConfigureAwait(false);
        return removed[0];
    }

    public async ValueTask<IReadOnlyList<(long Id, long SubjectId)>> ReadEmbeddedAsync(long feedId, long after, int max, CancellationToken cancel) =>
        await session.ReadAsync(ReadEmbedded, static r => (r.GetInt64(0), r.GetInt64(1)), cancel, Sql.Of(feedId), Sql.Of(after), Sql.Of((long)max)).ConfigureAwait(false);

    public async ValueTask<(string Owner, long Until)?> LockLeaseAsync(string name, CancellationToken cancel)
    {
        session.Tell(LockLeases);
        var found = await session.ReadAsync(ReadLease, static r => (r.GetString(0), r.GetInt64(1)), cancel, Sql.Of(name)).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    public ValueTask WriteLeaseAsync(string name, string owner, long until, CancellationToken cancel)
    {
        session.Tell(WriteLease, Sql.Of(name), Sql.Of(owner), Sql.Of(until));
        return ValueTask.CompletedTask;
    }

    public ValueTask DeleteLeaseAsync(string name, string owner, CancellationToken cancel)
    {
        session.Tell("DELETE FROM lease WHERE name = $1 AND owner = $2", Sql.Of(name), Sql.Of(owner));
        return ValueTask.CompletedTask;
    }
}
