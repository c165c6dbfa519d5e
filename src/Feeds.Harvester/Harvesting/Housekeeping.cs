using Microsoft.Extensions.Logging;
using Signposting.Store;

namespace Feeds.Harvester.Harvesting;

/// <summary>What must be done now and then beside the harvest: counting feeds, expanding schedules, reading once more what a new directory or normaliser reads better, and removing sessions that are over.</summary>
internal sealed class Housekeeping(Roster roster, Replay replay, SpatialStore store, HarvesterOptions options)
{
    private const int CountsBetweenRemovals = 12;
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromMinutes(5);

    /// <summary>Counts feeds with news every five minutes. Every hour it removes what is over, and counts all feeds, since
    /// the orphans of one are made and unmade by the items of another.</summary>
    public async Task KeepAsync(CancellationToken cancel)
    {
        // After an upgrade everything waits to be derived again.
        await TryAsync(store.DeriveWaitingAsync, cancel);
        await TryAsync(replay.RunIfDueAsync, cancel);
        using var ticks = new Ticks(BetweenCounts, options.Time, cancel);
        for (var round = 1; await ticks.NextAsync(); round++)
        {
            var isFull = round % CountsBetweenRemovals == 0;
            await TryAsync(isFull ? RollAsync : CountNewsAsync, cancel);
            await TryAsync(replay.RunIfDueAsync, cancel);
        }
    }

    /// <summary>Expands schedules up to their new horizon, removes what is over and counts all feeds; then reads once more what is due, which may fail without failing the rest.</summary>
    public async Task FinishAsync(CancellationToken cancel)
    {
        await RollAsync(cancel);
        await TryAsync(replay.RunIfDueAsync, cancel);
    }

    private async Task RollAsync(CancellationToken cancel)
    {
        await store.DeriveWaitingAsync(cancel);
        await store.RollSchedulesAsync(cancel);
        var removed = await store.RemoveOverAsync(cancel);
        if (removed > 0)
            options.Logger.OverRemoved(removed);
        await store.SettleAsync(cancel);
        await CountAllAsync([.. roster.Walks], cancel);
    }

    private async Task CountAllAsync(FeedWalk[] walks, CancellationToken cancel)
    {
        foreach (var walk in walks)
            walk.NeedsCount = false;
        try
        {
            await store.CountFeedsAsync([.. walks.Select(walk => walk.Feed.Id)], cancel);
        }
        catch
        {
            foreach (var walk in walks)
                walk.NeedsCount = true;
            throw;
        }
    }

    /// <summary>Counts a feed if it has news.</summary>
    public Task CountIfNewsAsync(FeedWalk walk, CancellationToken cancel) =>
        walk.NeedsCount ? CountAsync(walk, cancel) : Task.CompletedTask;

    private async Task CountNewsAsync(CancellationToken cancel)
    {
        foreach (var walk in roster.Walks)
            await CountIfNewsAsync(walk, cancel);
    }

    private Task CountAsync(FeedWalk walk, CancellationToken cancel)
    {
        walk.NeedsCount = false;
        return store.CountFeedAsync(walk.Feed.Id, cancel);
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        try
        {
            await work(cancel);
        }
        catch (Exception broken) when (!cancel.IsCancellationRequested)
        {
            options.Logger.HousekeepingBroke(broken);
        }
    }
}
