using Npgsql;
using Signposting.Store.Feeds;

namespace Signposting.Store.Postgis;

/// <summary>Feeds as they stand.</summary>
internal static class PostgisFeeds
{
    private const string FindFeed = """
        SELECT f.id, f.url, f.kind, f.cursor, f.reached_end, f.total_items, f.next_try, d.url, d.name, d.publisher, d.licence,
          f.last_success, f.resync_phase, f.resync_reason, f.resync_at
        FROM feed f JOIN dataset d ON d.id = f.dataset_id WHERE f.url = $1
        """;

    private const string ListFeeds = """
        SELECT f.id, f.url, f.kind, f.state, f.last_success, f.last_change, f.newest_modified, f.pages, f.items_held, f.orphans,
          f.fault_code, f.fault_text, f.next_try, f.total_items, d.url, d.name, d.publisher, d.licence,
          f.gone_since, f.concealed, f.purged_at, f.resync_phase, f.resync_reason, f.jumped_at
        FROM feed f JOIN dataset d ON d.id = f.dataset_id ORDER BY d.url COLLATE "C", f.url COLLATE "C"
        """;

    private const string ListRejections = """
        SELECT feed_id, reason, count, example FROM feed_rejection ORDER BY count DESC, reason COLLATE "C"
        """;

    public static async Task<Feed?> FindAsync(PostgisSession session, string url, CancellationToken cancel)
    {
        var feeds = await session.ReadAsync(FindFeed, ToFeed, cancel, Sql.Of(url)).ConfigureAwait(false);
        return feeds.SingleOrDefault();
    }

    public static async Task<IReadOnlyList<FeedStatus>> ListAsync(PostgisSession session, CancellationToken cancel)
    {
        var rejected = new List<(long FeedId, RejectionCount Count)>();
        session.Ask(ListRejections, r => rejected.Add((r.GetInt64(0), new(r.GetString(1), r.GetInt64(2), r.Text(3)))));
        var feeds = await session.ReadAsync(ListFeeds, ToStatus, cancel).ConfigureAwait(false);
        var byFeed = rejected.ToLookup(r => r.FeedId, r => r.Count);
        return [.. feeds.Select(f => f with { Rejected = [.. byFeed[f.Id]] })];
    }

    private static Feed ToFeed(NpgsqlDataReader r) => new()
    {
        Id = r.GetInt64(0),
        Url = r.GetString(1),
        Kind = r.GetString(2),
        Cursor = r.Text(3),
        ReachedEnd = r.GetBoolean(4),
        TotalItems = r.Long(5),
        NextTry = r.Time(6),
        Dataset = ToDataset(r, 7),
        LastSuccess = r.Time(11),
        Resync = (ResyncPhase)r.GetInt16(12),
        ResyncReason = r.Text(13),
        ResyncAt = r.Time(14),
    };

    private static FeedStatus ToStatus(NpgsqlDataReader r) => new()
    {
        Id = r.GetInt64(0),
        Url = r.GetString(1),
        Kind = r.GetString(2),
        State = (FeedState)r.GetInt16(3),
        LastSuccess = r.Time(4),
        LastChange = r.Time(5),
        NewestModified = r.Time(6),
        Pages = r.GetInt64(7),
        ItemsHeld = r.GetInt64(8),
        Orphans = r.GetInt64(9),
        Fault = r.Text(10) is { } code ? new FeedFault(code, r.Text(11) ?? "") : null,
        NextTry = r.Time(12),
        TotalItems = r.Long(13),
        Dataset = ToDataset(r, 14),
        GoneSince = r.Time(18),
        IsConcealed = r.GetBoolean(19),
        PurgedAt = r.Time(20),
        Resync = (ResyncPhase)r.GetInt16(21),
        ResyncReason = r.Text(22),
        JumpedBackAt = r.Time(23),
    };

    private static Dataset ToDataset(NpgsqlDataReader r, int column) => new()
    {
        Url = r.GetString(column),
        Name = r.Text(column + 1),
        Publisher = r.Text(column + 2),
        Licence = r.Text(column + 3),
    };
}
