using System.Globalization;
using Microsoft.Data.Sqlite;
using Signposting.Store.Commit;
using Signposting.Store.Feeds;
using Signposting.Store.Harvest;

namespace Signposting.Store.Sqlite;

/// <summary>The write transaction of SQLite; runs on the caller's thread. Feeds and the transaction itself stand here.</summary>
internal sealed partial class SqliteWriter(SqliteEngine engine, SqliteSession session) : IStoreWriter
{
    private const string AreAnyOver = "SELECT 1 FROM session WHERE subject_id > @0 AND subject_id <= @1 AND start + coalesce(seconds, 0) < @2 LIMIT 1";

    private bool _open = true;

    public Task CommitAsync(CancellationToken cancel)
    {
        WriteSubjects();
        NoteSessionChanges();
        VersionCells();
        MoveGathered();
        session.Statement("COMMIT", 0).Execute();
        _open = false;
        CommitSubjects();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        try
        {
            if (_open)
                session.Statement("ROLLBACK", 0).Execute();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself (disk full, I/O error): the transaction is gone either way.
        }
        finally
        {
            if (_open)
                engine.Subjects.RollBack();
            engine.EndWrite();
        }

        return ValueTask.CompletedTask;
    }

    public Task<Feed> RegisterFeedAsync(FeedRegistration feed, CancellationToken cancel)
    {
        var dataset = feed.Dataset;
        var datasetId = session.Statement("""
            INSERT INTO dataset (url, name, publisher, licence) VALUES (@0, @1, @2, @3)
            ON CONFLICT (url) DO UPDATE SET
              name = coalesce(excluded.name, name), publisher = coalesce(excluded.publisher, publisher), licence = coalesce(excluded.licence, licence)
            RETURNING id
            """, 4).With(dataset.Url, dataset.Name, dataset.Publisher, dataset.Licence).Long()!.Value;
        session.Statement("""
            INSERT INTO feed (url, kind, dataset_id, total_items) VALUES (@0, @1, @2, @3)
            ON CONFLICT (url) DO UPDATE SET kind = excluded.kind, total_items = coalesce(excluded.total_items, total_items)
            """, 4).With(feed.Url, feed.Kind, datasetId, feed.TotalItems).Execute();
        return Task.FromResult(SqliteFeeds.Find(session, feed.Url)!);
    }

    public Task ReportFeedAsync(long feedId, FeedReport report, long now, CancellationToken cancel)
    {
        session.Statement("""
            UPDATE feed SET state = @1, fault_code = @2, fault_text = @3, next_try = @4,
              last_success = CASE WHEN @5 THEN @6 ELSE last_success END
            WHERE id = @0
            """, 7).With(feedId, (int)report.State, report.Fault?.Code, report.Fault?.Text, report.NextTry?.ToUnixTimeSeconds(), report.Reached, now).Execute();
        return Task.CompletedTask;
    }

    public ValueTask<LockedFeed?> LockFeedAsync(long feedId, CancellationToken cancel)
    {
        using var reader = session.Statement("""
            SELECT dataset_id, url, cursor, CASE WHEN resync_phase > 0 THEN generation END, low_modified, gone_since IS NOT NULL FROM feed WHERE id = @0
            """, 1).With(feedId).Read();
        return ValueTask.FromResult(!reader.Read() ? null : new LockedFeed(reader.GetInt64(0), reader.GetString(1), reader.Text(2))
        {
            MarkWith = reader.Long(3),
            LowModified = reader.Long(4),
            IsGone = reader.GetBoolean(5),
        });
    }

    public ValueTask AdvanceFeedAsync(long feedId, FeedAdvance advance, CancellationToken cancel)
    {
        session.Statement("""
            UPDATE feed SET cursor = @1, reached_end = max(reached_end, @2), licence = coalesce(@3, licence), pages = pages + 1,
              last_success = @6, last_change = CASE WHEN @4 THEN @6 ELSE last_change END,
              newest_modified = CASE WHEN @5 > coalesce(newest_modified, -9223372036854775808) THEN @5 ELSE newest_modified END,
              state = CASE WHEN @2 THEN 1 WHEN reached_end AND resync_phase <> 1 THEN 1 ELSE 0 END, fault_code = NULL, fault_text = NULL,
              low_modified = coalesce(@7, low_modified), jumped_at = CASE WHEN @8 THEN @6 ELSE jumped_at END,
              resync_reason = CASE WHEN @8 THEN coalesce(resync_reason, 'jumped-back') ELSE resync_reason END,
              resync_phase = CASE WHEN @2 AND resync_phase = 1 THEN 2 ELSE resync_phase END
            WHERE id = @0
            """, 9).With(feedId, advance.Cursor, advance.ReachedEnd, advance.Licence, advance.Changed, advance.NewestModified, advance.Now,
            advance.LowModified, advance.JumpedBack).Execute();
        return ValueTask.CompletedTask;
    }

    public Task<(long? Next, long Removed)> RemoveOverAsync(long before, long afterSubject, CancellationToken cancel)
    {
        const int SubjectsAtOnce = 5_000;
        if (session.Statement("SELECT min(subject_id) FROM session WHERE subject_id > @0", 1).With(afterSubject).Long() is not { } first)
            return Task.FromResult<(long?, long)>((null, 0));
        var last = first + SubjectsAtOnce - 1;
        var removed = session.Statement(AreAnyOver, 3).With(afterSubject, last, before).Any() ? RemoveSessions(before, afterSubject, last) : 0;
        session.Statement("""
            DELETE FROM variant WHERE subject_id > @0 AND subject_id <= @1
              AND NOT EXISTS (SELECT 1 FROM session s WHERE s.subject_id = variant.subject_id AND s.variant_id = variant.id)
            """, 2).With(afterSubject, last).Execute();
        return Task.FromResult<(long?, long)>((last, removed));
    }

    /// <summary>Removes sessions that are over, and their lean items.</summary>
    private int RemoveSessions(long before, long afterSubject, long last)
    {
        session.Statement("""
            DELETE FROM item WHERE (feed_id, item_key) IN (
              SELECT feed_id, item_key FROM session WHERE subject_id > @0 AND subject_id <= @1 AND start + coalesce(seconds, 0) < @2)
            AND state = 0 AND refs IS NULL
            """, 3).With(afterSubject, last, before).Execute();
        return session.Statement("""
            DELETE FROM session WHERE subject_id > @0 AND subject_id <= @1 AND start + coalesce(seconds, 0) < @2
            """, 3).With(afterSubject, last, before).Execute();
    }

    public Task<long> RemoveTombstonesAsync(long before, int max, CancellationToken cancel) => Task.FromResult((long)session.Statement("""
        DELETE FROM item WHERE (feed_id, item_key) IN (SELECT feed_id, item_key FROM item WHERE state = 2 AND at < @0 LIMIT @1)
        """, 2).With(before, max).Execute());

    private static string Ids(IEnumerable<long> ids) => "[" + string.Join(',', ids.Select(i => i.ToString(CultureInfo.InvariantCulture))) + "]";
}
