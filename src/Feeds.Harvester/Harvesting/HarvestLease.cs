using Feeds.Harvester.Progress;
using Microsoft.Extensions.Logging;
using Signposting.Store;
using Signposting.Store.Feeds;

namespace Feeds.Harvester.Harvesting;

/// <summary>
/// One harvester at a time for each store: a second one waits until the first has ended, and says so. Page commits are safe
/// without it (a cursor moves only from where the page was read); it spares publishers from being read twice.
/// </summary>
/// <param name="hold">What waits for a store that takes nothing; null: that ends the work.</param>
internal sealed class HarvestLease(SpatialStore store, HarvestProgress progress, StoreHold? hold, HarvesterOptions options)
{
    private const string Name = SpatialStore.HarvestLease;

    /// <summary>A killed harvester's lease ends within a minute, at once when it was on this machine.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(55);
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);

    private readonly LeaseOwner owner = LeaseOwner.New();

    /// <summary>Waits for the lease and does the work while holding it. Work whose lease was lost is stopped, and done again once it is ours.</summary>
    public async Task HoldAsync(Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        while (true)
        {
            await TakeAsync(cancel);
            using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            try
            {
                await Together.RunBesideAsync(work, token => RenewAsync(lost, token), lost.Token);
                return;
            }
            catch (OperationCanceledException) when (lost.IsCancellationRequested && !cancel.IsCancellationRequested)
            {
                options.Logger.LeaseLost();
            }
            finally
            {
                await ReleaseAsync();
            }
        }
    }

    private async Task TakeAsync(CancellationToken cancel)
    {
        while (await AskAsync(cancel) is { } holder)
        {
            if (progress.WaitsFor is null)
                options.Logger.WaitsForLease(LeaseOwner.Describe(holder.Owner));
            progress.WaitsFor = $"Another harvester ({LeaseOwner.Describe(holder.Owner)}) works on this store. This one waits until that one has ended.";
            await Task.Delay(BetweenTries, options.Time, cancel);
        }

        progress.WaitsFor = null;
    }

    private async Task<LeaseHolder?> AskAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await store.TakeLeaseAsync(Name, owner.Text, Lasts, owner.KnowsDead, cancel);
            }
            catch (StoreException failure) when (hold is not null && StoreHold.IsWhole(failure))
            {
                hold.Begin(failure);
                await hold.AwaitAsync(cancel);
            }
        }
    }

    /// <summary>Renews until stopped. A store that is busy or away is tried again: only another owner ends the work.</summary>
    private async Task RenewAsync(CancellationTokenSource lost, CancellationToken cancel)
    {
        using var ticks = new Ticks(BetweenRenewals, options.Time, cancel);
        while (await ticks.NextAsync())
        {
            try
            {
                if (await store.TakeLeaseAsync(Name, owner.Text, Lasts, owner.KnowsDead, cancel) is not null)
                    await lost.CancelAsync();
            }
            catch (StoreException failure)
            {
                options.Logger.LeaseNotRenewed(failure.Message);
            }
        }
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await store.ReleaseLeaseAsync(Name, owner.Text, CancellationToken.None);
        }
        catch (StoreException failure)
        {
            options.Logger.LeaseNotRenewed(failure.Message);
        }
    }
}
