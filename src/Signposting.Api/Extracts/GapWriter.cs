using Signposting.Api.Hosting;
using Signposting.Store;

namespace Signposting.Api.Extracts;

/// <summary>Writes what <see cref="GapCounter"/> counted, every ten seconds and at a graceful end.</summary>
internal sealed class GapWriter(StoreAccess access, GapCounter gaps, TimeProvider time, ILogger<GapWriter> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var store = await access.WhenOpenAsync(stoppingToken);
            using var ticks = new PeriodicTimer(Between, time);
            while (await ticks.WaitForNextTickAsync(stoppingToken))
                await WriteAsync(store, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested && access.IsOpen)
        {
            await WriteAsync(access.Store, CancellationToken.None);
        }
    }

    public async Task WriteAsync(SpatialStore store, CancellationToken cancel)
    {
        foreach (var (month, counted) in gaps.Take())
        {
            try
            {
                await store.AddUsageGapsAsync(month, counted, cancel);
            }
            catch (StoreException failure)
            {
                log.GapsNotWritten(counted.Count, failure.Message);
            }
        }
    }
}
