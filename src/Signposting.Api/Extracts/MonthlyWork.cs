using Signposting.Api.Hosting;
using Signposting.Store;

namespace Signposting.Api.Extracts;

/// <summary>What is due after a month, whether or not anybody asks: it is published, and events that are old enough are deleted.</summary>
internal sealed class MonthlyWork(StoreAccess access, MonthPublisher publisher, PackageStore packages, ExtractSettings settings, TimeProvider time, ILogger<MonthlyWork> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var store = await access.WhenOpenAsync(stoppingToken);
        using var ticks = new PeriodicTimer(BetweenLooks, time);
        do
        {
            try
            {
                await DoAsync(store, stoppingToken);
            }
            catch (Exception failure) when (failure is StoreException or IOException or UnauthorizedAccessException)
            {
                log.MonthlyWorkFailed(failure.Message);
            }
        }
        while (await ticks.WaitForNextTickAsync(stoppingToken));
    }

    public async Task DoAsync(SpatialStore store, CancellationToken cancel)
    {
        var last = Month.LastPublishable(time);
        if (await publisher.EnsureAsync(store, last, cancel))
            await packages.MakeAllAsync(store, last, cancel);
        await RemoveOldAsync(store, cancel);
    }

    /// <summary>Never an event whose month is not published: what was counted nowhere must not go.</summary>
    private async Task RemoveOldAsync(SpatialStore store, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(LondonTime.Now(time).DateTime);
        if (await store.ListUsageMonthsAsync(cancel) is not { Count: > 0 } published)
            return;
        var (old, open) = (today.AddDays(-settings.KeepDays), new Month(published[^1].Month).Next.First);
        var removed = await store.RemoveUsageAsync(old < open ? old : open, cancel);
        if (removed > 0)
            log.UsageRemoved(removed, settings.KeepDays);
    }
}
