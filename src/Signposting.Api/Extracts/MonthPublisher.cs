using Signposting.Api.Hosting;
using Signposting.Store;
using Signposting.Store.Usage;
using Signposting.Usage.Counting;

namespace Signposting.Api.Extracts;

/// <summary>
/// Publishes months that are over, the oldest first, each once and for good. Several processes may do it at once: the store takes the
/// first, and what the others counted is the same.
/// </summary>
internal sealed class MonthPublisher(ReportMaker reports, OfferReader reader, TimeProvider time, ILogger<MonthPublisher> log) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>What a month published; null: it did not publish anything for this board.</summary>
    /// <param name="icb">ODS code; null: national.</param>
    public static async Task<MonthReport?> ReadAsync(SpatialStore store, Month month, string? icb, CancellationToken cancel) =>
        await store.ReadUsagePublicationAsync(month.First, icb, cancel) is { } content ? MonthReport.FromContent(content) : null;

    /// <summary>Publishes every month that is over, up to this one.</summary>
    /// <returns>Whether this one is published now; false: nothing was recorded by the end of it.</returns>
    public async Task<bool> EnsureAsync(SpatialStore store, Month upTo, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var published = await store.ListUsageMonthsAsync(cancel);
            if (published.Any(month => month.Month == upTo.First))
                return true;
            if (await FirstWaitingAsync(store, published, cancel) is not { } first)
                return false;
            var through = published.Count > 0 ? published[^1].Through : (long?)null;
            for (var month = first; month.First <= upTo.First; month = month.Next)
                through = await PublishAsync(store, month, through, cancel);
            return first.First <= upTo.First;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The same for a month that has not ended; nothing is kept of it.</summary>
    /// <param name="withOffers">What is on offer, too, which takes longer.</param>
    public async Task<MonthReport> PreviewAsync(SpatialStore store, Month month, string? icb, bool withOffers, CancellationToken cancel)
    {
        var tally = new MonthTally();
        await store.VisitUsageAsync(new UsageSpan(month.First, month.Last) { Icb = icb }, tally.Add, tally.EndDay, tally.AddLate, cancel);
        // Searches that met a gap are everybody's; of a board alone it is not known how many there were.
        var offers = withOffers ? await reader.ReadAsync(store, month, icb is null ? tally.National : new MonthCounts(isNational: true), cancel) : null;
        var (counts, late) = icb is null ? (tally.National, tally.LateNational) : (tally.Of(icb), tally.LateOf(icb));
        return reports.Make(month, icb, counts, late, offers) with { InProgress = true };
    }

    /// <summary>What a month without any use publishes for a board.</summary>
    public MonthReport Empty(Month month, string? icb) => reports.Make(month, icb, new(isNational: icb is null), new LateCounts());

    public void Dispose() => _one.Dispose();

    private static async Task<Month?> FirstWaitingAsync(SpatialStore store, IReadOnlyList<UsageMonth> published, CancellationToken cancel)
    {
        if (published.Count > 0)
            return new Month(published[^1].Month).Next;
        return await store.FirstUsageDayAsync(cancel) is { } day ? Month.Of(day) : null;
    }

    private async Task<long> PublishAsync(SpatialStore store, Month month, long? lateAfter, CancellationToken cancel)
    {
        var tally = new MonthTally();
        var through = await store.SettleUsageAsync(cancel);
        await store.VisitUsageAsync(new UsageSpan(month.First, month.Last) { Through = through, LateAfter = lateAfter }, tally.Add, tally.EndDay, tally.AddLate, cancel);
        var offers = await reader.ReadAsync(store, month, tally.National, cancel);
        List<UsagePublication> publications = [new(null, reports.Make(month, null, tally.National, tally.LateNational, offers).ToContent())];
        foreach (var icb in tally.Boards.Union(offers.Boards).Order(StringComparer.Ordinal))
            publications.Add(new UsagePublication(icb, reports.Make(month, icb, tally.Of(icb), tally.LateOf(icb), offers).ToContent()));
        if (await store.PublishUsageMonthAsync(new UsageMonth(month.First, time.GetUtcNow(), through), publications, cancel))
        {
            log.MonthPublished(month.ToString(), publications.Count - 1);
            return through;
        }

        return (await store.ListUsageMonthsAsync(cancel)).Single(one => one.Month == month.First).Through;
    }
}
