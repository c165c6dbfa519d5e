using Signposting.Store.Usage;

namespace Signposting.Store.Postgis;

/// <summary>What is published of usage, and the end of events.</summary>
internal sealed partial class PostgisWriter
{
    private const string AddUsageMonth = "INSERT INTO usage_month (month, published_at, through) VALUES ($1, $2, $3) ON CONFLICT (month) DO NOTHING RETURNING 1";

    private const string AddUsagePublications = """
        INSERT INTO usage_publication (month, icb, content)
        SELECT $1, icb, content FROM unnest($2::text[], $3::bytea[]) AS p (icb, content)
        """;

    private const string RemoveUsage = """
        WITH gone AS (DELETE FROM usage_event WHERE seq IN (SELECT seq FROM usage_event WHERE day < $1 LIMIT $2) RETURNING 1)
        SELECT count(*) FROM gone
        """;

    // In the order of the key, so that two processes that add at once wait for each other instead of one failing.
    private const string AddUsageGaps = """
        INSERT INTO usage_gap (month, publisher, gap, searches)
        SELECT $1, publisher, gap, searches FROM unnest($2::text[], $3::text[], $4::bigint[]) AS g (publisher, gap, searches)
        ORDER BY publisher COLLATE "C", gap COLLATE "C"
        ON CONFLICT (month, publisher, gap) DO UPDATE SET searches = usage_gap.searches + excluded.searches
        """;

    private const string AddUsageDownload = "INSERT INTO usage_download (at, client, icb, extract) VALUES ($1, $2, $3, $4)";

    /// <summary>Of two processes at once, the second waits for the first and then finds the month there.</summary>
    public async Task<bool> AddUsageMonthAsync(UsageMonth month, IReadOnlyList<UsagePublication> publications, CancellationToken cancel)
    {
        var name = UsageText.OfMonth(month.Month);
        var added = await session.ReadAsync(AddUsageMonth, static r => r.GetInt32(0), cancel, Sql.Of(name), Sql.Of(month.PublishedAt.ToUnixTimeSeconds()), Sql.Of(month.Through)).ConfigureAwait(false);
        if (added.Count == 0)
            return false;
        session.Tell(AddUsagePublications, Sql.Of(name), Sql.Texts(publications, p => p.Icb ?? ""), Sql.Bytes(publications, p => p.Content));
        await session.FlushAsync(cancel).ConfigureAwait(false);
        return true;
    }

    public async Task<long> RemoveUsageAsync(DateOnly before, int max, CancellationToken cancel) =>
        (await session.ReadAsync(RemoveUsage, static r => r.GetInt64(0), cancel, Sql.Of(UsageText.Of(before)), Sql.Of((long)max)).ConfigureAwait(false)).Single();

    public Task AddUsageGapsAsync(DateOnly month, IReadOnlyList<UsageGap> gaps, CancellationToken cancel)
    {
        session.Tell(AddUsageGaps, Sql.Of(UsageText.OfMonth(month)), Sql.Texts(gaps, g => g.Publisher), Sql.Texts(gaps, g => g.Gap), Sql.Longs(gaps, g => g.Searches));
        return session.FlushAsync(cancel);
    }

    public Task AddUsageDownloadAsync(UsageDownload download, CancellationToken cancel)
    {
        session.Tell(AddUsageDownload, Sql.Of(download.At.ToUnixTimeSeconds()), Sql.Of(download.Client), Sql.Of(download.Icb ?? ""), Sql.Of(download.Extract));
        return session.FlushAsync(cancel);
    }
}
