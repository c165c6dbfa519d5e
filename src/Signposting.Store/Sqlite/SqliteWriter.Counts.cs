namespace Signposting.Store.Sqlite;

/// <summary>What is counted of each feed.</summary>
internal sealed partial class SqliteWriter
{
    private const string CountItems = """
        SELECT count(*) FILTER (WHERE state = 0),
          count(*) FILTER (WHERE state = 0 AND subject_id IS NOT NULL AND EXISTS (SELECT 1 FROM subject s WHERE s.id = subject_id AND s.described = 0)),
          count(*) FILTER (WHERE state = 1)
        FROM item WHERE feed_id = @0
        """;

    private const string CountRejected = """
        INSERT INTO feed_rejection (feed_id, reason, count, example)
        SELECT @0, reason, count(*), min(detail) FROM item WHERE feed_id = @0 AND state = 1 GROUP BY reason
        """;

    // From the few subjects with a reason to their fragments: the other way around every fragment there is would be read.
    private const string CountReasons = """
        SELECT f.feed_id, s.reason, count(*), min(s.detail) FROM subject s CROSS JOIN fragment f ON f.subject_id = s.id
        WHERE s.reason IS NOT NULL AND NOT EXISTS (SELECT 1 FROM fragment better WHERE better.subject_id = f.subject_id AND better.origin < f.origin)
        GROUP BY f.feed_id, s.reason
        """;

    private const string AddReason = """
        INSERT INTO feed_rejection (feed_id, reason, count, example) VALUES (@0, @1, @2, @3)
        ON CONFLICT (feed_id, reason) DO UPDATE SET
          count = count + excluded.count, example = coalesce(min(example, excluded.example), example, excluded.example)
        """;

    /// <summary>Of all feeds, read once: what else a transaction writes, it has written before it counts.</summary>
    private List<(long FeedId, string Reason, long Count, string? Example)>? _reasons;

    public Task CountFeedAsync(long feedId, CancellationToken cancel)
    {
        var (held, orphans, rejected) = ItemsOf(feedId);
        session.Statement("UPDATE feed SET items_held = @1, orphans = @2 WHERE id = @0", 3).With(feedId, held, orphans).Execute();
        session.Statement("DELETE FROM feed_rejection WHERE feed_id = @0", 1).With(feedId).Execute();
        if (rejected > 0)
            session.Statement(CountRejected, 1).With(feedId).Execute();
        foreach (var (_, reason, count, example) in (_reasons ??= ReadReasons()).FindAll(r => r.FeedId == feedId))
            session.Statement(AddReason, 4).With(feedId, reason, count, example).Execute();
        return Task.CompletedTask;
    }

    private (long Held, long Orphans, long Rejected) ItemsOf(long feedId)
    {
        using var reader = session.Statement(CountItems, 1).With(feedId).Read();
        _ = reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    private List<(long FeedId, string Reason, long Count, string? Example)> ReadReasons()
    {
        var reasons = new List<(long, string, long, string?)>();
        using var reader = session.Statement(CountReasons, 0).Read();
        while (reader.Read())
            reasons.Add((reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), reader.Text(3)));
        return reasons;
    }
}
