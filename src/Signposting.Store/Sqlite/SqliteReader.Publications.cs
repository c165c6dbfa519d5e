using Signposting.Store.Usage;

namespace Signposting.Store.Sqlite;

/// <summary>What was published of usage.</summary>
internal sealed partial class SqliteReader
{
    public Task<DateOnly?> FirstUsageDayAsync(CancellationToken cancel)
    {
        using var reader = session.Statement("SELECT min(day) FROM usage_event", 0).Read();
        return Task.FromResult(reader.Read() && reader.Text(0) is { } day ? UsageText.Day(day) : (DateOnly?)null);
    }

    public Task<IReadOnlyList<UsageMonth>> ListUsageMonthsAsync(CancellationToken cancel)
    {
        var months = new List<UsageMonth>();
        using var reader = session.Statement("SELECT month, published_at, through FROM usage_month ORDER BY month", 0).Read();
        while (reader.Read())
            months.Add(new UsageMonth(UsageText.Month(reader.GetString(0)), DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(1)), reader.GetInt64(2)));
        return Task.FromResult<IReadOnlyList<UsageMonth>>(months);
    }

    public Task<byte[]?> ReadUsagePublicationAsync(DateOnly month, string icb, CancellationToken cancel) =>
        Task.FromResult(session.Statement("SELECT content FROM usage_publication WHERE month = @0 AND icb = @1", 2).With(UsageText.OfMonth(month), icb).Bytes());

    public Task<IReadOnlyList<string>> ListUsagePublicationsAsync(DateOnly month, CancellationToken cancel)
    {
        var boards = new List<string>();
        using var reader = session.Statement("SELECT icb FROM usage_publication WHERE month = @0 ORDER BY icb", 1).With(UsageText.OfMonth(month)).Read();
        while (reader.Read())
            boards.Add(reader.GetString(0));
        return Task.FromResult<IReadOnlyList<string>>(boards);
    }

    public Task<IReadOnlyList<UsageGap>> ReadUsageGapsAsync(DateOnly month, CancellationToken cancel)
    {
        var gaps = new List<UsageGap>();
        using var reader = session.Statement("SELECT publisher, gap, searches FROM usage_gap WHERE month = @0 ORDER BY publisher, gap", 1).With(UsageText.OfMonth(month)).Read();
        while (reader.Read())
            gaps.Add(new UsageGap(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        return Task.FromResult<IReadOnlyList<UsageGap>>(gaps);
    }

    public Task<IReadOnlyList<UsageDownload>> ListUsageDownloadsAsync(int max, CancellationToken cancel)
    {
        var downloads = new List<UsageDownload>();
        using var reader = session.Statement("SELECT at, client, icb, extract FROM usage_download ORDER BY seq DESC LIMIT @0", 1).With(max).Read();
        while (reader.Read())
            downloads.Add(new UsageDownload(DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(0)), reader.GetString(1), reader.GetString(2) is { Length: > 0 } icb ? icb : null, reader.GetString(3)));
        return Task.FromResult<IReadOnlyList<UsageDownload>>(downloads);
    }
}
