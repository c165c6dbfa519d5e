using Signposting.Store.Commit;
using Signposting.Store.Opportunities;
using Signposting.Store.Schedules;

namespace Signposting.Store.Sqlite;

/// <summary>Items, sessions, variants and fragments.</summary>
internal sealed partial class SqliteWriter
{
    private const string ReadItem = """
        SELECT modified, state, hash, subject_id, start, refs, reason FROM item WHERE feed_id = @0 AND item_key = @1
        """;

    private const string ReadEnds = """
        SELECT (SELECT min(item_key) FROM item WHERE feed_id = @0), (SELECT max(item_key) FROM item WHERE feed_id = @0)
        """;

    private const string InsertItems = """
        INSERT OR FAIL INTO item (feed_id, item_key, modified, state, hash, subject_id, start, refs, reason, detail, at)
        """;

    private const string WriteItem = """
        INSERT INTO item (feed_id, item_key, modified, state, hash, subject_id, start, refs, reason, detail, at)
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10)
        ON CONFLICT (feed_id, item_key) DO UPDATE SET
          modified = excluded.modified, state = excluded.state, hash = excluded.hash, subject_id = excluded.subject_id, start = excluded.start,
          refs = excluded.refs, reason = excluded.reason, detail = excluded.detail, at = excluded.at
        """;

    private const string InsertSessions = """
        INSERT OR IGNORE INTO session (subject_id, start, feed_id, item_key, ord, seconds, flags, remaining, variant_id, url)
        """;

    private const string WriteSession = """
        INSERT OR REPLACE INTO session (subject_id, start, feed_id, item_key, ord, seconds, flags, remaining, variant_id, url)
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9)
        """;

    private const string InsertFragments = """
        INSERT OR FAIL INTO fragment (id, subject_id, origin, feed_id, item_key, type, parent_id, modified, modified_at, harvested_at, hash, doc, original)
        """;

    private const string UpsertFragment = """
        INSERT INTO fragment (id, subject_id, origin, feed_id, item_key, type, parent_id, modified, modified_at, harvested_at, hash, doc, original)
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12)
        ON CONFLICT (subject_id, origin, feed_id, item_key) DO UPDATE SET
          type = excluded.type, parent_id = excluded.parent_id, modified = excluded.modified, modified_at = excluded.modified_at,
          harvested_at = excluded.harvested_at, hash = excluded.hash, doc = excluded.doc, original = excluded.original
        """;

    // Origin 2 is a parent embedded in its child; types 3 and 4 are EventSeries and HeadlineEvent.
    private const string ReadAsleep = """
        SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM session WHERE subject_id = @0)
          AND EXISTS (SELECT 1 FROM fragment WHERE subject_id = @0 AND (origin = 2 OR type IN (3, 4)))
        """;

    private const string ReadVaried = """
        SELECT 1 FROM session WHERE subject_id = @0 AND start = @1 AND feed_id = @2 AND item_key = @3 AND ord = @4 AND variant_id IS NOT NULL
        """;

    private readonly RowInserts _items = session.Inserts(InsertItems, 11);
    private readonly RowInserts _sessions = session.Inserts(InsertSessions, 10, WriteSession);
    private readonly RowInserts _fragments = session.Inserts(InsertFragments, 13);
    private long? _lastFragment;

    public ValueTask<Dictionary<long, ItemRow>> ReadItemsAsync(long feedId, IReadOnlyList<long> keys, CancellationToken cancel)
    {
        var rows = new Dictionary<long, ItemRow>();
        var (lowest, highest) = EndsOf(feedId);
        var statement = session.Statement(ReadItem, 2);
        foreach (var key in keys.Where(key => key >= lowest && key <= highest))
        {
            using var reader = statement.With(feedId, key).Read();
            if (reader.Read())
            {
                rows[key] = new ItemRow
                {
                    Key = key,
                    Modified = reader.Long(0),
                    State = (ItemState)reader.GetInt32(1),
                    Hash = reader.GetInt64(2),
                    SubjectId = reader.Long(3),
                    Start = reader.Long(4),
                    Refs = reader.Bytes(5),
                    Reason = reader.Text(6),
                };
            }
        }

        return ValueTask.FromResult(rows);
    }

    /// <summary>Between which keys there are items of a feed: most publishers count, and what is new is beyond the last.</summary>
    private (long Lowest, long Highest) EndsOf(long feedId)
    {
        using var reader = session.Statement(ReadEnds, 1).With(feedId).Read();
        return reader.Read() && !reader.IsDBNull(0) ? (reader.GetInt64(0), reader.GetInt64(1)) : (long.MaxValue, long.MinValue);
    }

    public ValueTask WriteItemsAsync(long feedId, IReadOnlyList<ItemRow> rows, CancellationToken cancel)
    {
        var statement = session.Statement(WriteItem, 11);
        foreach (var row in rows)
        {
            ReadOnlySpan<Value> values =
                [feedId, row.Key, row.Modified, (int)row.State, row.Hash, row.SubjectId, row.Start, row.Refs, row.Reason, row.Detail, row.At];
            if (row.IsNew)
                _items.Add(values);
            else
                statement.With(values).Execute();
        }

        _items.Flush();

        return ValueTask.CompletedTask;
    }

    public ValueTask DeleteItemsAsync(long feedId, IReadOnlyList<long> keys, CancellationToken cancel)
    {
        foreach (var key in keys)
            session.Statement("DELETE FROM item WHERE feed_id = @0 AND item_key = @1", 2).With(feedId, key).Execute();
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<long>> ReadAsleepAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var statement = session.Statement(ReadAsleep, 1);
        return ValueTask.FromResult<IReadOnlyList<long>>([.. subjectIds.Where(id => !_new.HasNoFragments(id) && statement.With(id).Any())]);
    }

    public ValueTask<IReadOnlyList<long>> ReadVariedAsync(long feedId, IReadOnlyList<SessionRef> sessions, CancellationToken cancel)
    {
        var statement = session.Statement(ReadVaried, 5);
        return ValueTask.FromResult<IReadOnlyList<long>>(
            [.. sessions.Where(s => statement.With(s.SubjectId, s.Start, feedId, s.ItemKey, s.Ord).Any()).Select(s => s.SubjectId)]);
    }

    public ValueTask DeleteSessionsAsync(long feedId, IReadOnlyList<SessionRef> sessions, CancellationToken cancel)
    {
        foreach (var old in sessions)
        {
            session.Statement("DELETE FROM session WHERE subject_id = @0 AND start = @1 AND feed_id = @2 AND item_key = @3 AND ord = @4", 5)
                .With(old.SubjectId, old.Start, feedId, old.ItemKey, old.Ord).Execute();
            _new.ForgetSessions(old.SubjectId);
            _rescheduled.Add(old.SubjectId);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask WriteSessionsAsync(long feedId, IReadOnlyList<SessionRow> sessions, CancellationToken cancel)
    {
        foreach (var row in sessions)
        {
            _sessions.Add(row.SubjectId, row.Start, feedId, row.ItemKey, row.Ord, row.Seconds, (int)row.Flags, row.Remaining, row.VariantId, row.Url);
            if (row.ItemKey != ExpandedRow.ItemKey)
                _new.AddSession(row.SubjectId);
            _rescheduled.Add(row.SubjectId);
        }

        _sessions.Flush();
        return ValueTask.CompletedTask;
    }

    public ValueTask<Dictionary<(long SubjectId, long Hash), (long Id, bool IsNew)>> InternVariantsAsync(IReadOnlyCollection<VariantRow> variants, CancellationToken cancel)
    {
        var ids = new Dictionary<(long, long), (long, bool)>(variants.Count);
        foreach (var row in variants)
        {
            var known = session.Statement("SELECT id FROM variant WHERE subject_id = @0 AND hash = @1", 2).With(row.SubjectId, row.Hash).Long();
            var id = known ?? session.Statement("""
                INSERT INTO variant (subject_id, hash, type, feed_id, modified_at, harvested_at, doc) VALUES (@0, @1, @2, @3, @4, @5, @6)
                """, 7).With(row.SubjectId, row.Hash, (int)row.Type, row.FeedId, row.ModifiedAt, row.HarvestedAt, row.Doc).Insert()!.Value;
            ids[(row.SubjectId, row.Hash)] = (id, known is null);
            _new.AddVariant(row.SubjectId);
        }

        return ValueTask.FromResult(ids);
    }

    public ValueTask MoveSessionsAsync(IReadOnlyList<(long SubjectId, long From, long To)> variants, CancellationToken cancel)
    {
        foreach (var (subjectId, from, to) in variants)
        {
            session.Statement("UPDATE session SET variant_id = @2 WHERE subject_id = @0 AND variant_id = @1", 3).With(subjectId, from, to).Execute();
            session.Statement("DELETE FROM variant WHERE id = @0", 1).With(from).Execute();
            _rescheduled.Add(subjectId);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<long>> WriteFragmentsAsync(IReadOnlyList<FragmentRow> fragments, CancellationToken cancel)
    {
        var changed = new List<long>(fragments.Count);
        foreach (var row in fragments)
        {
            if (!IsNews(row))
                continue;
            row.Id = (_lastFragment ??= session.Statement("SELECT max(id) FROM fragment", 0).Long() ?? 0) + 1;
            if (WriteFragment(row))
                _lastFragment = row.Id;
            else
                row.Id = 0;
            _new.Describe(row);
            changed.Add(row.SubjectId);
        }

        _fragments.Flush();
        return ValueTask.FromResult<IReadOnlyList<long>>(changed);
    }

    /// <returns>False: it took the place of one that was there.</returns>
    private bool WriteFragment(FragmentRow row)
    {
        ReadOnlySpan<Value> values =
        [
            row.Id, row.SubjectId, (int)row.Origin, row.FeedId, row.ItemKey, (int)row.Type, row.ParentId,
            row.Modified, row.ModifiedAt, row.HarvestedAt, row.Hash, row.Doc, row.Original,
        ];
        if (_new.HasNoFragments(row.SubjectId))
        {
            _fragments.Add(values);
            return true;
        }

        if (session.Statement(UpsertFragment, 13).With(values).Insert() is not null)
            return true;
        _new.ForgetFragments(row.SubjectId);
        return false;
    }

    public ValueTask DeleteFragmentsAsync(IReadOnlyList<FragmentKey> fragments, CancellationToken cancel)
    {
        foreach (var key in fragments)
        {
            session.Statement("DELETE FROM fragment WHERE subject_id = @0 AND origin = @1 AND feed_id = @2 AND item_key = @3", 4)
                .With(key.SubjectId, (int)key.Origin, key.FeedId, key.ItemKey).Execute();
            _new.ForgetFragments(key.SubjectId);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// An embedded parent comes with every child: it is written when it says something else and is not older. When it says the same,
    /// only its age is noted, so that an older child cannot win later.
    /// </summary>
    private bool IsNews(FragmentRow row)
    {
        if (row.Origin != (byte)Harvest.FragmentOrigin.Embedded || _new.HasNoFragments(row.SubjectId))
            return true;
        bool isSame, isOlder;
        using (var reader = session.Statement("""
            SELECT hash, modified FROM fragment WHERE subject_id = @0 AND origin = @1 AND feed_id = @2 AND item_key = @3
            """, 4).With(row.SubjectId, (int)row.Origin, row.FeedId, row.ItemKey).Read())
        {
            if (!reader.Read())
                return true;
            (isSame, isOlder) = (reader.GetInt64(0) == row.Hash, PreparedItem.IsOlder(row.Modified, reader.Long(1)));
        }

        if (isSame && !isOlder)
        {
            session.Statement("UPDATE fragment SET modified = @4 WHERE subject_id = @0 AND origin = @1 AND feed_id = @2 AND item_key = @3", 5)
                .With(row.SubjectId, (int)row.Origin, row.FeedId, row.ItemKey, row.Modified).Execute();
            _new.ForgetFragments(row.SubjectId);
        }

        return !isSame && !isOlder;
    }
}
