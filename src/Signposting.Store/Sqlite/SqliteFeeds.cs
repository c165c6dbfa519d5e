using Signposting.Store.Feeds;

namespace Signposting.Store.Sqlite;

/// <summary>Reading feeds.</summary>
internal static class SqliteFeeds
{
    private const string FindFeed = """
        SELECT f.id, f.url, f.kind, f.cursor, f.reached_end, f.total_items, f.next_try, d.url, d.name, d.publisher, coalesce(d.licence, f.licence),
          f.last_success, f.resync_phase, f.resync_reason, f.resync_at
        FROM feed f JOIN dataset d ON d.id = f.dataset_id WHERE f.url = @0
        """;

    private const string ListFeeds = """
        SELECT f.id, f.url, f.kind, f.state, f.last_success, f.last_change, f.newest_modified, f.pages, f.items_held, f.orphans,
          f.fault_code, f.fault_text, f.next_try, f.total_items, d.url, d.name, d.publisher, coalesce(d.licence, f.licence),
          f.gone_since, f.concealed, f.purged_at, f.resync_phase, f.resync_reason, f.jumped_at
        FROM feed f JOIN dataset d ON d.id = f.dataset_id ORDER BY d.url, f.url
        """;

    public static Feed? Find(SqliteSession session, string url)
    {
        using var reader = session.Statement(FindFeed, 1).With(url).Read();
        return !reader.Read() ? null : new Feed
        {
            Id = reader.GetInt64(0),
            Url = reader.GetString(1),
            Kind = reader.GetString(2),
            Cursor = reader.Text(3),
            ReachedEnd = reader.GetBoolean(4),
            TotalItems = reader.Long(5),
            NextTry = reader.Time(6),
            Dataset = DatasetAt(reader, 7),
            LastSuccess = reader.Time(11),
            Resync = (ResyncPhase)reader.GetInt32(12),
            ResyncReason = reader.Text(13),
            ResyncAt = reader.Time(14),
        };
    }

    public static IReadOnlyList<FeedStatus> List(SqliteSession session)
    {
        var rejections = Rejections(session);
        var feeds = new List<FeedStatus>();
        using var reader = session.Statement(ListFeeds, 0).Read();
        while (reader.Read())
        {
            feeds.Add(new FeedStatus
            {
                Id = reader.GetInt64(0),
                Url = reader.GetString(1),
                Kind = reader.GetString(2),
                State = (FeedState)reader.GetInt32(3),
                LastSuccess = reader.Time(4),
                LastChange = reader.Time(5),
                NewestModified = reader.Time(6),
                Pages = reader.GetInt64(7),
                ItemsHeld = reader.GetInt64(8),
                Orphans = reader.GetInt64(9),
                Fault = reader.Text(10) is { } code ? new FeedFault(code, reader.Text(11) ?? "") : null,
                NextTry = reader.Time(12),
                TotalItems = reader.Long(13),
                Dataset = DatasetAt(reader, 14),
                GoneSince = reader.Time(18),
                IsConcealed = reader.GetBoolean(19),
                PurgedAt = reader.Time(20),
                Resync = (ResyncPhase)reader.GetInt32(21),
                ResyncReason = reader.Text(22),
                JumpedBackAt = reader.Time(23),
                Rejected = rejections.GetValueOrDefault(reader.GetInt64(0)) ?? [],
            });
        }

        return feeds;
    }

    private static Dictionary<long, List<RejectionCount>> Rejections(SqliteSession session)
    {
        var rejections = new Dictionary<long, List<RejectionCount>>();
        using var reader = session.Statement("SELECT feed_id, reason, count, example FROM feed_rejection ORDER BY feed_id, count DESC, reason", 0).Read();
        while (reader.Read())
        {
            if (!rejections.TryGetValue(reader.GetInt64(0), out var list))
                rejections.Add(reader.GetInt64(0), list = []);
            list.Add(new RejectionCount(reader.GetString(1), reader.GetInt64(2), reader.Text(3)));
        }

        return rejections;
    }

    private static Dataset DatasetAt(Rows reader, int column) => new()
    {
        Url = reader.GetString(column),
        Name = reader.Text(column + 1),
        Publisher = reader.Text(column + 2),
        Licence = reader.Text(column + 3),
    };
}
