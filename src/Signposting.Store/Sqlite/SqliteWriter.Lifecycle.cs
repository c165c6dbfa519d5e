using Signposting.Store.Feeds;

namespace Signposting.Store.Sqlite;

/// <summary>Feeds that go, come back, or are read again; leases.</summary>
internal sealed partial class SqliteWriter
{
    public ValueTask<LifecycleRow?> LockLifecycleAsync(long feedId, CancellationToken cancel)
    {
        using var reader = session.Statement("""
            SELECT cursor, gone_since, concealed, purged_at, resync_phase, resync_reason, resync_at, generation FROM feed WHERE id = @0
            """, 1).With(feedId).Read();
        return ValueTask.FromResult(!reader.Read() ? null : new LifecycleRow
        {
            Cursor = reader.Text(0),
            GoneSince = reader.Long(1),
            IsConcealed = reader.GetBoolean(2),
            PurgedAt = reader.Long(3),
            Phase = (ResyncPhase)reader.GetInt32(4),
            Reason = reader.Text(5),
            ResyncAt = reader.Long(6),
            Generation = reader.GetInt64(7),
        });
    }

    public ValueTask WriteLifecycleAsync(long feedId, LifecycleRow row, long? goneSeen, CancellationToken cancel)
    {
        session.Statement("""
            UPDATE feed SET cursor = @1, gone_since = @2, gone_seen = @3, concealed = @4, purged_at = @5, resync_phase = @6, resync_reason = @7,
              resync_at = @8, generation = @9, low_modified = CASE WHEN @1 IS NULL THEN NULL ELSE low_modified END
            WHERE id = @0
            """, 10).With(feedId, row.Cursor, row.GoneSince, goneSeen, row.IsConcealed, row.PurgedAt, (int)row.Phase, row.Reason, row.ResyncAt, row.Generation).Execute();
        return ValueTask.CompletedTask;
    }

    public ValueTask MarkSeenAsync(long feedId, IReadOnlyCollection<long> keys, long generation, CancellationToken cancel)
    {
        var statement = session.Statement("INSERT OR REPLACE INTO seen (feed_id, item_key, generation) VALUES (@0, @1, @2)", 3);
        foreach (var key in keys)
            statement.With(feedId, key, generation).Execute();
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<long>> ReadKeysAsync(long feedId, long after, int max, CancellationToken cancel) => Numbers(session.Statement("""
        SELECT item_key FROM item WHERE feed_id = @0 AND item_key > @1 ORDER BY item_key LIMIT @2
        """, 3).With(feedId, after, max));

    public ValueTask<IReadOnlyList<long>> ReadUnseenAsync(long feedId, long generation, long after, int max, CancellationToken cancel) => Numbers(session.Statement("""
        SELECT item_key FROM item WHERE feed_id = @0 AND item_key > @2 AND state <> 2
          AND NOT EXISTS (SELECT 1 FROM seen WHERE seen.feed_id = item.feed_id AND seen.item_key = item.item_key AND seen.generation = @1)
        ORDER BY item_key LIMIT @3
        """, 4).With(feedId, generation, after, max));

    public ValueTask<long> RemoveMarksAsync(long feedId, long generation, int max, CancellationToken cancel) => ValueTask.FromResult((long)session.Statement("""
        DELETE FROM seen WHERE (feed_id, item_key) IN (SELECT feed_id, item_key FROM seen WHERE feed_id = @0 AND generation <= @1 LIMIT @2)
        """, 3).With(feedId, generation, max).Execute());

    public ValueTask<IReadOnlyList<(long Id, long SubjectId)>> ReadEmbeddedAsync(long feedId, long after, int max, CancellationToken cancel)
    {
        var found = new List<(long, long)>();
        using var reader = session.Statement("""
            SELECT id, subject_id FROM fragment WHERE id > @1 AND feed_id = @0 AND origin = 2 ORDER BY id LIMIT @2
            """, 3).With(feedId, after, max).Read();
        while (reader.Read())
            found.Add((reader.GetInt64(0), reader.GetInt64(1)));
        return ValueTask.FromResult<IReadOnlyList<(long, long)>>(found);
    }

    public ValueTask<(string Owner, long Until)?> LockLeaseAsync(string name, CancellationToken cancel)
    {
        using var reader = session.Statement("SELECT owner, until FROM lease WHERE name = @0", 1).With(name).Read();
        return ValueTask.FromResult<(string, long)?>(reader.Read() ? (reader.GetString(0), reader.GetInt64(1)) : null);
    }

    public ValueTask WriteLeaseAsync(string name, string owner, long until, CancellationToken cancel)
    {
        session.Statement("INSERT OR REPLACE INTO lease (name, owner, until) VALUES (@0, @1, @2)", 3).With(name, owner, until).Execute();
        return ValueTask.CompletedTask;
    }

    public ValueTask DeleteLeaseAsync(string name, string owner, CancellationToken cancel)
    {
        session.Statement("DELETE FROM lease WHERE name = @0 AND owner = @1", 2).With(name, owner).Execute();
        return ValueTask.CompletedTask;
    }

    private static ValueTask<IReadOnlyList<long>> Numbers(Statement statement)
    {
        var numbers = new List<long>();
        using var reader = statement.Read();
        while (reader.Read())
            numbers.Add(reader.GetInt64(0));
        return ValueTask.FromResult<IReadOnlyList<long>>(numbers);
    }
}
