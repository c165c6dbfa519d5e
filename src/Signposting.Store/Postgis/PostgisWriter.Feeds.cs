using Npgsql;
using Signposting.Store.Commit;
using Signposting.Store.Feeds;

namespace Signposting.Store.Postgis;

/// <summary>Feeds and datasets.</summary>
internal sealed partial class PostgisWriter
{
    private const string WriteDataset = """
        INSERT INTO dataset AS d (url, name, publisher, licence) VALUES ($1, $2, $3, $4)
        ON CONFLICT (url) DO UPDATE SET
          name = coalesce(excluded.name, d.name), publisher = coalesce(excluded.publisher, d.publisher), licence = coalesce(excluded.licence, d.licence)
        """;

    private const string WriteFeed = """
        INSERT INTO feed AS f (url, kind, dataset_id, total_items) SELECT $1, $2, id, $4 FROM dataset WHERE url = $3
        ON CONFLICT (url) DO UPDATE SET kind = excluded.kind, total_items = coalesce(excluded.total_items, f.total_items)
        """;

    private const string WriteReport = """
        UPDATE feed SET state = $2, fault_code = $3, fault_text = $4, next_try = $5,
          last_success = CASE WHEN $6 THEN $7 ELSE last_success END
        WHERE id = $1
        """;

    private const string CountItems = """
        UPDATE feed SET
          items_held = (SELECT count(*) FROM item WHERE feed_id = $1 AND state = 0),
          orphans = (SELECT count(*) FROM item i JOIN subject s ON s.id = i.subject_id WHERE i.feed_id = $1 AND i.state = 0 AND NOT s.described)
        WHERE id = $1
        """;

    private const string ForgetRejections = "DELETE FROM feed_rejection WHERE feed_id = $1";

    private const string CountRejections = """
        INSERT INTO feed_rejection (feed_id, reason, count, example)
        SELECT $1, reason, count(*), min(detail COLLATE "C") FROM (
          SELECT reason, detail FROM item WHERE feed_id = $1 AND state = 1
          UNION ALL
          SELECT s.reason, s.detail FROM fragment f JOIN subject s ON s.id = f.subject_id
          WHERE f.feed_id = $1 AND s.reason IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM fragment better WHERE better.subject_id = f.subject_id AND better.origin < f.origin)) rejected
        GROUP BY reason
        """;

    private const string LockFeed = """
        SELECT dataset_id, url, cursor, CASE WHEN resync_phase > 0 THEN generation END, low_modified, gone_since IS NOT NULL FROM feed WHERE id = $1 FOR UPDATE
        """;

    private const string AdvanceFeed = """
        UPDATE feed SET cursor = $2, reached_end = reached_end OR $3, licence = coalesce($4, licence), pages = pages + 1,
          last_success = $7, last_change = CASE WHEN $5 THEN $7 ELSE last_change END,
          newest_modified = greatest(newest_modified, $6),
          state = CASE WHEN $3 OR (reached_end AND resync_phase <> 1) THEN 1 ELSE 0 END, fault_code = NULL, fault_text = NULL,
          low_modified = coalesce($8, low_modified), jumped_at = CASE WHEN $9 THEN $7 ELSE jumped_at END,
          resync_reason = CASE WHEN $9 THEN coalesce(resync_reason, 'jumped-back') ELSE resync_reason END,
          resync_phase = CASE WHEN $3 AND resync_phase = 1 THEN 2 ELSE resync_phase END
        WHERE id = $1
        """;

    public async Task<Feed> RegisterFeedAsync(FeedRegistration feed, CancellationToken cancel)
    {
        var dataset = feed.Dataset;
        session.Tell(WriteDataset, Sql.Of(dataset.Url), Sql.Of(dataset.Name), Sql.Of(dataset.Publisher), Sql.Of(dataset.Licence));
        session.Tell(WriteFeed, Sql.Of(feed.Url), Sql.Of(feed.Kind), Sql.Of(dataset.Url), Sql.Of(feed.TotalItems));
        return (await PostgisFeeds.FindAsync(session, feed.Url, cancel).ConfigureAwait(false))!;
    }

    public Task ReportFeedAsync(long feedId, FeedReport report, long now, CancellationToken cancel)
    {
        session.Tell(WriteReport, Sql.Of(feedId), Sql.Of((long)report.State), Sql.Of(report.Fault?.Code), Sql.Of(report.Fault?.Text),
            Sql.Of(report.NextTry?.ToUnixTimeSeconds()), Sql.Of(report.Reached), Sql.Of(now));
        return session.FlushAsync(cancel);
    }

    public Task CountFeedAsync(long feedId, CancellationToken cancel)
    {
        session.Tell(CountItems, Sql.Of(feedId));
        session.Tell(ForgetRejections, Sql.Of(feedId));
        session.Tell(CountRejections, Sql.Of(feedId));
        return session.FlushAsync(cancel);
    }

    public async ValueTask<LockedFeed?> LockFeedAsync(long feedId, CancellationToken cancel)
    {
        Lock();
        var feeds = await session.ReadAsync(LockFeed, ToLocked, cancel, Sql.Of(feedId)).ConfigureAwait(false);
        return feeds.SingleOrDefault();
    }

    public ValueTask AdvanceFeedAsync(long feedId, FeedAdvance advance, CancellationToken cancel)
    {
        session.Tell(AdvanceFeed, Sql.Of(feedId), Sql.Of(advance.Cursor), Sql.Of(advance.ReachedEnd), Sql.Of(advance.Licence),
            Sql.Of(advance.Changed), Sql.Of(advance.NewestModified), Sql.Of(advance.Now), Sql.Of(advance.LowModified), Sql.Of(advance.JumpedBack));
        return ValueTask.CompletedTask;
    }

    private static LockedFeed ToLocked(NpgsqlDataReader r) => new(r.GetInt64(0), r.GetString(1), r.Text(2))
    {
        MarkWith = r.Long(3),
        LowModified = r.Long(4),
        IsGone = r.GetBoolean(5),
    };
}
