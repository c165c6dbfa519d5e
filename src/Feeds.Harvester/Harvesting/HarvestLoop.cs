using Feeds.Harvester.Http;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Rpde;
using Microsoft.Extensions.Logging;
using Signposting.Store;
using Signposting.Store.Feeds;

namespace Feeds.Harvester.Harvesting;

/// <summary>Gives the feeds of the schedule their turns, a few at a time.</summary>
internal sealed class HarvestLoop(
    Schedule schedule, PagePreparation preparation, FeedLifecycle lifecycle, Housekeeping housekeeping, SpatialStore store, StoreHold hold, HarvesterOptions options, bool isForEver)
{
    private const int SharedGroups = 4;

    private readonly SharedLead shared = new(SharedGroups);

    /// <summary>Runs until cancelled, or until the schedule is closed and every feed has had its last turn.</summary>
    public Task RunAsync(CancellationToken cancel) =>
        Task.WhenAll(Enumerable.Range(0, options.MaxFeedsAtOnce).Select(_ => Task.Run(() => TakeTurnsAsync(cancel), cancel)));

    private async Task TakeTurnsAsync(CancellationToken cancel)
    {
        while (await schedule.TakeAsync(cancel) is { } walk)
        {
            await hold.AwaitAsync(cancel);
            if (walk.HasLeft)
                schedule.Retire(walk);
            else
                Settle(walk, await TryTurnAsync(walk, cancel));
        }
    }

    private void Settle(FeedWalk walk, FeedTurn turn)
    {
        if (isForEver || turn.End == TurnEnd.Paused)
            schedule.PutBack(walk, turn.NextTry);
        else
            schedule.Retire(walk);
    }

    /// <summary>Whatever goes wrong with one feed stays with it.</summary>
    private async Task<FeedTurn> TryTurnAsync(FeedWalk walk, CancellationToken cancel)
    {
        try
        {
            return await TurnAsync(walk, cancel);
        }
        catch (Exception away) when (isForEver && StoreHold.IsWhole(away))
        {
            return await HoldAsync(walk, away, cancel);
        }
        catch (Exception broken) when (!cancel.IsCancellationRequested)
        {
            options.Logger.FeedBroke(broken, walk.Url);
            return await GiveUpAsync(walk, broken, cancel);
        }
    }

    private async Task<FeedTurn> TurnAsync(FeedWalk walk, CancellationToken cancel)
    {
        var isFirstEnd = walk.Progress.Stage is not FeedStage.AtEnd;
        var turn = await new HarvestFeed(walk, preparation, lifecycle, store, options, schedule, shared).RunAsync(cancel);
        if (turn.End == TurnEnd.LastPage && isFirstEnd && isForEver)
            await housekeeping.CountIfNewsAsync(walk, cancel);
        if (turn.End == TurnEnd.MovedOn)
            MoveOver(walk);
        else if (turn.End == TurnEnd.Paused)
            walk.Progress.Queue();
        return turn;
    }

    /// <summary>In a run for ever the other harvester's news is ours too; a single run cannot say that it got there.</summary>
    private void MoveOver(FeedWalk walk)
    {
        // This one has seen pages that were read ahead and are read again: no circle.
        walk.Guard = new PagingGuard();
        if (isForEver)
            walk.Progress.Queue();
        else
            walk.Progress.Fail(new Fault("taken", "Another harvester reads this feed into the same store and was faster. Leave it to that one, or stop it."));
    }

    /// <summary>No fault of the feed: it is not counted as one, and it keeps its place.</summary>
    private async Task<FeedTurn> HoldAsync(FeedWalk walk, Exception away, CancellationToken cancel)
    {
        hold.Begin(away);
        walk.Guard = new PagingGuard();
        walk.Progress.Queue();
        // Where there is room for a line yet, other processes learn it by this.
        if (away is StoreException { Fault: StoreFault.Full })
            await TryReportAsync(walk, new Fault(HarvestPause.Full, away.Message), options.Time.GetUtcNow(), cancel);
        return new FeedTurn(TurnEnd.Held, options.Time.GetUtcNow(), 0);
    }

    private async Task<FeedTurn> GiveUpAsync(FeedWalk walk, Exception broken, CancellationToken cancel)
    {
        var code = broken is StoreException { Fault: StoreFault.Full } ? HarvestPause.Full : "internal";
        var fault = new Fault(code, $"It could not be stored: {broken.Message} What was committed before is kept; it is tried again.");
        walk.Failures++;
        walk.Guard = new PagingGuard();
        walk.Progress.Fail(fault);
        var next = Waits.NextTry(null, walk.Failures, options.Time.GetUtcNow(), options.Http.Random);
        if (await TryReportAsync(walk, fault, next, cancel) is { } again)
            options.Logger.FeedBroke(again, walk.Url);
        return new FeedTurn(TurnEnd.Fault, next, 0);
    }

    /// <returns>Why it could not be reported; null when it was.</returns>
    private async Task<Exception?> TryReportAsync(FeedWalk walk, Fault fault, DateTimeOffset next, CancellationToken cancel)
    {
        try
        {
            await store.ReportFeedAsync(walk.Feed.Id, new FeedReport { State = FeedState.Error, Fault = new FeedFault(fault.Code, fault.Text), NextTry = next }, cancel);
            return null;
        }
        catch (Exception again) when (!cancel.IsCancellationRequested)
        {
            return again;
        }
    }
}
