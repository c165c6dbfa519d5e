using Signposting.Store.Usage;

namespace Signposting.Store;

/// <summary>What is published of usage.</summary>
public sealed partial class SpatialStore
{
    /// <summary>
    /// The number of the last event; 0: there are none. Whoever was writing at this moment is waited for, so that what is written from now
    /// on has a higher one: a number is given when an event is written, and seen when its transaction has ended.
    /// </summary>
    public Task<long> SettleUsageAsync(CancellationToken cancel) => WriteAsync(w => w.SettleUsageAsync(cancel), cancel);

    /// <summary>
    /// Reads events, one day after the other, and those of earlier days that came late, all in one consistent state, without holding them
    /// and without id, client and opportunity. Not tried again when the store goes away meanwhile: what was visited would be visited twice.
    /// </summary>
    /// <param name="endDay">Called after each day.</param>
    public Task VisitUsageAsync(UsageSpan span, Action<UsageEvent> visit, Action endDay, Action<UsageEvent> late, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(span);
        ArgumentNullException.ThrowIfNull(endDay);
        return UnlessAwayAsync(ReadOnceAsync(
            async r =>
            {
                for (var day = span.First; day <= span.Last; day = day.AddDays(1))
                {
                    await r.VisitUsageAsync(day, span, visit, cancel).ConfigureAwait(false);
                    endDay();
                }

                if (span.LateAfter is { } after)
                    await r.VisitLateUsageAsync(after, span, late, cancel).ConfigureAwait(false);
                return true;
            },
            nameof(VisitUsageAsync),
            cancel), cancel);
    }

    /// <summary>The first day with events; null: there are none.</summary>
    public Task<DateOnly?> FirstUsageDayAsync(CancellationToken cancel) => ReadAsync(r => r.FirstUsageDayAsync(cancel), cancel);

    /// <summary>Months that were published, oldest first.</summary>
    public Task<IReadOnlyList<UsageMonth>> ListUsageMonthsAsync(CancellationToken cancel) => ReadAsync(r => r.ListUsageMonthsAsync(cancel), cancel);

    /// <summary>What a month published for a board (null: national); null: nothing.</summary>
    public Task<byte[]?> ReadUsagePublicationAsync(DateOnly month, string? icb, CancellationToken cancel) =>
        ReadAsync(r => r.ReadUsagePublicationAsync(month, icb ?? "", cancel), cancel);

    /// <summary>The boards for which a month published something, in order; null: national.</summary>
    public async Task<IReadOnlyList<string?>> ListUsagePublicationsAsync(DateOnly month, CancellationToken cancel) =>
        [.. (await ReadAsync(r => r.ListUsagePublicationsAsync(month, cancel), cancel).ConfigureAwait(false)).Select(icb => icb.Length == 0 ? null : icb)];

    /// <summary>Publishes a month for good, durably.</summary>
    /// <returns>False: it was published before, perhaps by another process at the same time, and stays as it was.</returns>
    public Task<bool> PublishUsageMonthAsync(UsageMonth month, IReadOnlyList<UsagePublication> publications, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(month);
        ArgumentNullException.ThrowIfNull(publications);
        return WriteAsync(w => w.AddUsageMonthAsync(month, publications, cancel), cancel, durable: true);
    }

    /// <summary>Deletes events of days before this one for good, in small transactions. Whoever calls sees to it that they were published.</summary>
    /// <returns>How many there were.</returns>
    public async Task<long> RemoveUsageAsync(DateOnly before, CancellationToken cancel)
    {
        const int AtOnce = 10_000;
        long removed = 0;
        for (long gone = AtOnce; gone == AtOnce; removed += gone)
            gone = await WriteAsync(w => w.RemoveUsageAsync(before, AtOnce, cancel), cancel).ConfigureAwait(false);
        if (removed > 0)
            await _engine.ForgetDeletedAsync(cancel).ConfigureAwait(false);
        return removed;
    }

    /// <summary>Adds to what was counted of a month.</summary>
    public Task AddUsageGapsAsync(DateOnly month, IReadOnlyList<UsageGap> gaps, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        return WriteAsync(w => w.AddUsageGapsAsync(month, gaps, cancel), cancel);
    }

    /// <summary>In how many searches of a month what was missing, by publisher and property.</summary>
    public Task<IReadOnlyList<UsageGap>> ReadUsageGapsAsync(DateOnly month, CancellationToken cancel) => ReadAsync(r => r.ReadUsageGapsAsync(month, cancel), cancel);

    /// <summary>Notes that somebody fetched something, durably.</summary>
    public Task RecordUsageDownloadAsync(UsageDownload download, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(download);
        return WriteAsync(
            async w =>
            {
                await w.AddUsageDownloadAsync(download, cancel).ConfigureAwait(false);
                return true;
            },
            cancel,
            durable: true);
    }

    /// <summary>Who fetched what, newest first.</summary>
    public Task<IReadOnlyList<UsageDownload>> ListUsageDownloadsAsync(int max, CancellationToken cancel) => ReadAsync(r => r.ListUsageDownloadsAsync(max, cancel), cancel);
}
