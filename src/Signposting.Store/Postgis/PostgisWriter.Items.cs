using Npgsql;
using Signposting.Store.Commit;

namespace Signposting.Store.Postgis;

/// <summary>Items and their sessions.</summary>
internal sealed partial class PostgisWriter
{
    private const string ReadItems = """
        SELECT item_key, modified, state, hash, subject_id, start, refs, reason
        FROM item WHERE feed_id = $1 AND item_key = ANY($2)
        """;

    private const string WriteItems = """
        INSERT INTO item (feed_id, item_key, modified, state, hash, subject_id, start, refs, reason, detail, at)
        SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::smallint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bytea[], $9::text[], $10::text[], $11::bigint[])
        ON CONFLICT (feed_id, item_key) DO UPDATE SET
          modified = excluded.modified, state = excluded.state, hash = excluded.hash, subject_id = excluded.subject_id, start = excluded.start,
          refs = excluded.refs, reason = excluded.reason, detail = excluded.detail, at = excluded.at
        """;

    private const string DeleteItems = "DELETE FROM item WHERE feed_id = $1 AND item_key = ANY($2)";

    private const string WriteSessions = """
        INSERT INTO session (feed_id, subject_id, start, item_key, ord, seconds, flags, remaining, variant_id, url)
        SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::integer[], $6::bigint[], $7::smallint[], $8::integer[], $9::bigint[], $10::text[])
        ON CONFLICT (subject_id, start, feed_id, item_key, ord) DO UPDATE SET
          seconds = excluded.seconds, flags = excluded.flags, remaining = excluded.remaining, variant_id = excluded.variant_id, url = excluded.url
        """;

    private const string ReadVaried = """
        SELECT DISTINCT s.subject_id
        FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::integer[]) AS asked (subject_id, start, item_key, ord)
        JOIN session s ON s.subject_id = asked.subject_id AND s.start = asked.start AND s.feed_id = $1 AND s.item_key = asked.item_key AND s.ord = asked.ord
        WHERE s.variant_id IS NOT NULL
        """;

    private const string MoveSessions = """
        UPDATE session s SET variant_id = moved.target
        FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS moved (subject_id, variant_id, target)
        WHERE s.subject_id = moved.subject_id AND s.variant_id = moved.variant_id
        """;

    private const string DeleteVariants = "DELETE FROM variant WHERE id = ANY($1)";

    private const string DeleteSessions = """
        DELETE FROM session s USING unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::integer[]) AS old (subject_id, start, item_key, ord)
        WHERE s.subject_id = old.subject_id AND s.start = old.start AND s.feed_id = $1 AND s.item_key = old.item_key AND s.ord = old.ord
        """;

    public async ValueTask<Dictionary<long, ItemRow>> ReadItemsAsync(long feedId, IReadOnlyList<long> keys, CancellationToken cancel)
    {
        if (keys.Count == 0)
            return [];
        var rows = await session.ReadAsync(ReadItems, ToItem, cancel, Sql.Of(feedId), Sql.Of(keys)).ConfigureAwait(false);
        return rows.ToDictionary(r => r.Key);
    }

    public ValueTask WriteItemsAsync(long feedId, IReadOnlyList<ItemRow> rows, CancellationToken cancel)
    {
        if (rows.Count > 0)
        {
            session.Tell(WriteItems, Sql.Of(feedId),
                Sql.Longs(rows, r => r.Key), Sql.Longs(rows, r => r.Modified), Sql.Shorts(rows, r => (short)r.State), Sql.Longs(rows, r => r.Hash),
                Sql.Longs(rows, r => r.SubjectId), Sql.Longs(rows, r => r.Start), Sql.Bytes(rows, r => r.Refs),
                Sql.Texts(rows, r => r.Reason), Sql.Texts(rows, r => r.Detail), Sql.Longs(rows, r => r.At));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DeleteItemsAsync(long feedId, IReadOnlyList<long> keys, CancellationToken cancel)
    {
        if (keys.Count > 0)
            session.Tell(DeleteItems, Sql.Of(feedId), Sql.Of(keys));
        return ValueTask.CompletedTask;
    }

    public async ValueTask<IReadOnlyList<long>> ReadVariedAsync(long feedId, IReadOnlyList<SessionRef> sessions, CancellationToken cancel) =>
        sessions.Count == 0 ? [] : await session.ReadAsync(ReadVaried, static r => r.GetInt64(0), cancel, Sql.Of(feedId), Sql.Longs(sessions, s => s.SubjectId),
            Sql.Longs(sessions, s => s.Start), Sql.Longs(sessions, s => s.ItemKey), Sql.Ints(sessions, s => s.Ord)).ConfigureAwait(false);

    public ValueTask DeleteSessionsAsync(long feedId, IReadOnlyList<SessionRef> sessions, CancellationToken cancel)
    {
        if (sessions.Count > 0)
        {
            NoteSessions(sessions.Select(s => s.SubjectId));
            session.Tell(DeleteSessions, Sql.Of(feedId), Sql.Longs(sessions, s => s.SubjectId), Sql.Longs(sessions, s => s.Start),
                Sql.Longs(sessions, s => s.ItemKey), Sql.Ints(sessions, s => s.Ord));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask MoveSessionsAsync(IReadOnlyList<(long SubjectId, long From, long To)> variants, CancellationToken cancel)
    {
        if (variants.Count > 0)
        {
            NoteSessions(variants.Select(v => v.SubjectId));
            session.Tell(MoveSessions, Sql.Longs(variants, v => v.SubjectId), Sql.Longs(variants, v => v.From), Sql.Longs(variants, v => v.To));
            session.Tell(DeleteVariants, Sql.Longs(variants, v => v.From));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask WriteSessionsAsync(long feedId, IReadOnlyList<SessionRow> sessions, CancellationToken cancel)
    {
        if (sessions.Count > 0)
        {
            NoteSessions(sessions.Select(s => s.SubjectId));
            session.Tell(WriteSessions, Sql.Of(feedId),
                Sql.Longs(sessions, s => s.SubjectId), Sql.Longs(sessions, s => s.Start), Sql.Longs(sessions, s => s.ItemKey), Sql.Ints(sessions, s => s.Ord),
                Sql.Longs(sessions, s => s.Seconds), Sql.Shorts(sessions, s => (short)s.Flags), Sql.Ints(sessions, s => s.Remaining),
                Sql.Longs(sessions, s => s.VariantId), Sql.Texts(sessions, s => s.Url));
        }

        return ValueTask.CompletedTask;
    }

    private static ItemRow ToItem(NpgsqlDataReader r) => new()
    {
        Key = r.GetInt64(0),
        Modified = r.Long(1),
        State = (ItemState)r.GetInt16(2),
        Hash = r.GetInt64(3),
        SubjectId = r.Long(4),
        Start = r.Long(5),
        Refs = r.Bytes(6),
        Reason = r.Text(7),
    };
}
