using Signposting.Api.Hosting;
using Signposting.Store;
using Signposting.Store.Usage;

namespace Signposting.Api.Usage;

/// <summary>Writes searches and views behind the answers, in batches. A store that does not answer is tried again for five minutes; then the batch is dropped and counted.</summary>
internal sealed class UsageWriter(StoreAccess access, UsageQueue queue, UsageCompletion completion, TimeProvider time, ILogger<UsageWriter> log) : BackgroundService
{
    private const int AtOnce = 4_000;
    private const int MostTries = 60;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastWrite = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Between batches: a transaction for each search would make the harvester wait as often, and after each transaction every reader of an
    /// SQLite file maps it anew.
    /// </summary>
    private static readonly TimeSpan BetweenBatches = TimeSpan.FromSeconds(2);

    private List<UsageDraft> _batch = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await access.WhenOpenAsync(stoppingToken);
            while (await queue.WaitAsync(stoppingToken))
            {
                _batch = queue.Take(AtOnce);
                await WriteWithPatienceAsync(stoppingToken);
                await Task.Delay(BetweenBatches, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await WriteLastAsync();
        }
    }

    private async Task WriteWithPatienceAsync(CancellationToken cancel)
    {
        for (var tries = 1; _batch.Count > 0; tries++)
        {
            try
            {
                await WriteAsync(cancel);
            }
            catch (StoreException failure) when (tries < MostTries)
            {
                log.UsageWaits(failure.Message, BetweenTries.TotalSeconds);
                await Task.Delay(BetweenTries, time, cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                Drop(failure);
            }
        }
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        var events = new List<UsageEvent>(_batch.Count);
        foreach (var draft in _batch)
            events.Add(await completion.CompleteAsync(access.Store, draft, cancel));
        await access.Store.RecordUsageAsync(events, durable: false, cancel);
        events.ForEach(UsageMetrics.Recorded);
        _batch = [];
    }

    /// <summary>The service ends: what still waits is written, if the store takes it at once.</summary>
    private async Task WriteLastAsync()
    {
        using var end = new CancellationTokenSource(LastWrite, time);
        for (; _batch.Count > 0 || (_batch = queue.Take(AtOnce)).Count > 0; _batch = [])
        {
            try
            {
                await WriteAsync(end.Token);
            }
            catch (Exception failure) when (failure is StoreException or StoreNotOpenException or OperationCanceledException)
            {
                Drop(failure);
            }
        }
    }

    private void Drop(Exception failure)
    {
        log.UsageDropped(_batch.Count, failure is StoreException ? failure.Message : failure.GetType().Name);
        foreach (var draft in _batch)
            UsageMetrics.Dropped(draft.Event);
        _batch = [];
    }
}
