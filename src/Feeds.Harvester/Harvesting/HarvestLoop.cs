using Feeds.Harvester.Http;
using Microsoft.Extensions.Logging;
using Signposting.Store;
using Signposting.Store.Feeds;

namespace Feeds.Harvester.Harvesting;

/// <summary>Gives the feeds of the schedule their turns, a few at a time.</summary>
internal sealed class HarvestLoop(
    Schedule schedule, PagePreparation preparation, FeedLifecycle lifecycle, Housekeeping housekeeping, SpatialStore store, HarvesterOptions options, bool isForEver)
{
    /// <summary>Runs until cancelled, or until the schedule is closed and every feed has had its last turn.</summary>
    public Task RunAsync(CancellationToken cancel) =>
        Task.WhenAll(Enumerable.Range(0, options.MaxFeedsAtOnce).Select(_ => Task.Run(() => TakeTurnsAsync(cancel), cancel)));

    private async Task TakeTurnsAsync(CancellationToken cancel)
    {
        while (await schedule.TakeAsync(cancel) is { } walk)
        {
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
        catch (Exception broken) when (!cancel.IsCancellationRequested)
        {
            options.Logger.FeedBroke(broken, walk.Url);
            return await GiveUpAsync(walk, broken, cancel);
        }
    }

    private async Task<FeedTurn> TurnAsync(FeedWalk walk, CancellationToken cancel)
    {
        var isFirstEnd = walk.Progress.Stage is not Progress.FeedStage.AtEnd;
        var turn = await new HarvestFeed(walk, preparation, lifecycle, store, options, schedule).RunAsync(cancel);
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
        if (isForEver)
            walk.Progress.Queue();
        else
            walk.Progress.Fail(new Fault("taken", "Another harvester reads this feed into the same store and was faster. Leave it to that one, or stop it."));
    }

    private async Task<FeedTurn> GiveUpAsync(FeedWalk walk, Exception broken, CancellationToken cancel)
    {
        var fault = new Fault("internal", $"It could not be stored: {broken.Message} What was committed before is kept; it is tried again.");
        walk.Failures++;
        walk.Progress.Fail(fault);
        var next = Waits.NextTry(null, walk.Failures, options.Time.GetUtcNow(), options.Http.Random);
        try
        {
            var report = new FeedReport { State = FeedState.Error, Fault = new FeedFault(fault.Code, fault.Text), NextTry = next };
            await store.ReportFeedAsync(walk.Feed.Id, report, cancel);
        }
        catch (Exception again) when (!cancel.IsCancellationRequested)
        {
            options.Logger.FeedBroke(again, walk.Url);
        }

        return new FeedTurn(TurnEnd.Fault, next, 0);
    }
}
