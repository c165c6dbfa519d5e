using Signposting.Store.Usage;

namespace Signposting.Store.Sqlite;

/// <summary>What is published of usage, and the end of events.</summary>
internal sealed partial class SqliteWriter
{
    public Task<bool> AddUsageMonthAsync(UsageMonth month, IReadOnlyList<UsagePublication> publications, CancellationToken cancel)
    {
        var name = UsageText.OfMonth(month.Month);
        var isNew = session.Statement("INSERT INTO usage_month (month, published_at, through) VALUES (@0, @1, @2) ON CONFLICT (month) DO NOTHING", 3)
            .With(name, month.PublishedAt.ToUnixTimeSeconds(), month.Through).Execute() > 0;
        if (!isNew)
            return Task.FromResult(false);
        var row = session.Statement("INSERT INTO usage_publication (month, icb, content) VALUES (@0, @1, @2)", 3);
        foreach (var publication in publications)
            row.With(name, publication.Icb ?? "", publication.Content).Execute();
        return Task.FromResult(true);
    }

    /// <summary>What SQLite deletes otherwise stays in the file until its page is used again.</summary>
    public Task<long> RemoveUsageAsync(DateOnly before, int max, CancellationToken cancel)
    {
        session.Execute("PRAGMA secure_delete=ON");
        try
        {
            return Task.FromResult((long)session.Statement("DELETE FROM usage_event WHERE seq IN (SELECT seq FROM usage_event WHERE day < @0 LIMIT @1)", 2).With(UsageText.Of(before), max).Execute());
        }
        finally
        {
            session.Execute("PRAGMA secure_delete=OFF");
        }
    }

    public Task AddUsageGapsAsync(DateOnly month, IReadOnlyList<UsageGap> gaps, CancellationToken cancel)
    {
        var row = session.Statement("""
            INSERT INTO usage_gap (month, publisher, gap, searches) VALUES (@0, @1, @2, @3)
            ON CONFLICT (month, publisher, gap) DO UPDATE SET searches = searches + excluded.searches
            """, 4);
        foreach (var gap in gaps)
            row.With(UsageText.OfMonth(month), gap.Publisher, gap.Gap, gap.Searches).Execute();
        return Task.CompletedTask;
    }

    public Task AddUsageDownloadAsync(UsageDownload download, CancellationToken cancel)
    {
        session.Statement("INSERT INTO usage_download (at, client, icb, extract) VALUES (@0, @1, @2, @3)", 4)
            .With(download.At.ToUnixTimeSeconds(), download.Client, download.Icb ?? "", download.Extract).Execute();
        return Task.CompletedTask;
    }
}
