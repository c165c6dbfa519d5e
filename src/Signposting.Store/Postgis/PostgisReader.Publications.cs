using Signposting.Store.Usage;

namespace Signposting.Store.Postgis;

/// <summary>What was published of usage.</summary>
internal sealed partial class PostgisReader
{
    public async Task<DateOnly?> FirstUsageDayAsync(CancellationToken cancel)
    {
        var days = await session.ReadAsync("SELECT min(day) FROM usage_event", static r => r.Text(0), cancel).ConfigureAwait(false);
        return days.Single() is { } day ? UsageText.Day(day) : null;
    }

    public async Task<IReadOnlyList<UsageMonth>> ListUsageMonthsAsync(CancellationToken cancel) => await session.ReadAsync(
        "SELECT month, published_at, through FROM usage_month ORDER BY month",
        static r => new UsageMonth(UsageText.Month(r.GetString(0)), DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(1)), r.GetInt64(2)),
        cancel).ConfigureAwait(false);

    public async Task<byte[]?> ReadUsagePublicationAsync(DateOnly month, string icb, CancellationToken cancel) => (await session.ReadAsync(
        "SELECT content FROM usage_publication WHERE month = $1 AND icb = $2", static r => r.GetFieldValue<byte[]>(0), cancel, Sql.Of(UsageText.OfMonth(month)), Sql.Of(icb)).ConfigureAwait(false)).FirstOrDefault();

    public async Task<IReadOnlyList<string>> ListUsagePublicationsAsync(DateOnly month, CancellationToken cancel) => await session.ReadAsync(
        "SELECT icb FROM usage_publication WHERE month = $1 ORDER BY icb", static r => r.GetString(0), cancel, Sql.Of(UsageText.OfMonth(month))).ConfigureAwait(false);

    public async Task<IReadOnlyList<UsageGap>> ReadUsageGapsAsync(DateOnly month, CancellationToken cancel) => await session.ReadAsync(
        "SELECT publisher, gap, searches FROM usage_gap WHERE month = $1 ORDER BY publisher, gap",
        static r => new UsageGap(r.GetString(0), r.GetString(1), r.GetInt64(2)),
        cancel,
        Sql.Of(UsageText.OfMonth(month))).ConfigureAwait(false);

    public async Task<IReadOnlyList<UsageDownload>> ListUsageDownloadsAsync(int max, CancellationToken cancel) => await session.ReadAsync(
        "SELECT at, client, icb, extract FROM usage_download ORDER BY seq DESC LIMIT $1",
        static r => new UsageDownload(DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(0)), r.GetString(1), r.GetString(2) is { Length: > 0 } icb ? icb : null, r.GetString(3)),
        cancel,
        Sql.Of((long)max)).ConfigureAwait(false);
}
