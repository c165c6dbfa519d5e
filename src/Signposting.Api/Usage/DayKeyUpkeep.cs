using Signposting.Api.Hosting;
using Signposting.Store;

namespace Signposting.Api.Usage;

/// <summary>Throws keys away within a minute after their day, whether or not anybody uses the service.</summary>
internal sealed class DayKeyUpkeep(StoreAccess access, DayKeys keys, TimeProvider time, ILogger<DayKeyUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var store = await access.WhenOpenAsync(stoppingToken);
        using var ticks = new PeriodicTimer(Between, time);
        do
        {
            try
            {
                await keys.ForgetPastAsync(store, stoppingToken);
            }
            catch (StoreException failure)
            {
                log.DayKeysNotDeleted(failure.Message);
            }
        }
        while (await ticks.WaitForNextTickAsync(stoppingToken));
    }
}
