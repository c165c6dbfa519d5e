using Feeds.Harvester.Http;
using Feeds.Harvester.Rpde;
using Microsoft.Extensions.Logging;
using Signposting.Store;
using Signposting.Store.Feeds;
using Signposting.Store.Harvest;

namespace Feeds.Harvester.Harvesting;

/// <summary>
/// One feed's turn, from the store's cursor towards its last page: fetch, read, normalise (<see cref="PagePreparation"/>),
/// commit. While a page is committed the next one is prepared: one ahead and no more, so that memory stays flat.
/// </summary>
internal sealed class HarvestFeed(FeedWalk walk, PagePreparation preparation, FeedLifecycle lifecycle, SpatialStore store, HarvesterOptions options, Schedule schedule)
{
    /// <summary>A feed of a million items must not keep the others from being polled.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(1);

    private readonly TimeProvider time = options.Time;
    private readonly long started = options.Time.GetTimestamp();
    private string? cursor;
    private long itemsRead;

    /// <summary>Harvests until the last page, a fault, or the end of the turn.</summary>
    public async Task<FeedTurn> RunAsync(CancellationToken cancel)
    {
        walk.Feed = await lifecycle.BeginTurnAsync(await store.FindFeedAsync(walk.Url, cancel) ?? walk.Feed, cancel);
        walk.Progress.Begin();
        cursor = walk.Feed.Cursor;
        if (cursor is null)
            walk.Guard = new PagingGuard();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var ahead = preparation.PrepareAsync(walk.Feed, cursor ?? walk.Url, stop.Token);
        try
        {
            while (true)
            {
                using var page = await ahead;
                if (!page.Succeeded)
                    return await FailAsync(page.Fault, cancel);
                var objection = walk.Guard.Check(page.Page);
                var goesOn = !page.Page.IsLast && objection is null && !HasHadItsTurn();
                if (goesOn)
                    ahead = preparation.PrepareAsync(walk.Feed, page.Page.Next, stop.Token);
                if (!await CommitAsync(page, cancel))
                    return Ended(TurnEnd.MovedOn, time.GetUtcNow() + TimeSpan.FromSeconds(options.PollSeconds));
                if (!goesOn)
                    return await EndAsync(page.Page, objection, cancel);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await DiscardAsync(ahead);
        }
    }

    private bool HasHadItsTurn() => schedule.IsSomeoneWaiting && time.GetElapsedTime(started) > LongestTurn;

    /// <summary>False: another harvester has moved the cursor.</summary>
    private async Task<bool> CommitAsync(PreparedPage prepared, CancellationToken cancel)
    {
        var page = prepared.Page!;
        var saysNothingNew = page.IsLast && prepared.Changes.Count == 0 && walk.Feed.ReachedEnd && walk.Feed.Resync == ResyncPhase.None && page.Next == cursor;
        var result = saysNothingNew
            ? new CommitResult { Committed = true }
            : await store.CommitPageAsync(Commit(page, prepared.Changes), cancel);
        if (!result.Committed)
            return false;
        if (result.JumpedBack)
            options.Logger.FeedJumpedBack(walk.Url);
        cursor = page.Next;
        itemsRead += prepared.Changes.Count;
        walk.NeedsCount |= prepared.Changes.Count > 0;
        walk.Progress.Committed(page.WireBytes, prepared.Changes, result);
        return true;
    }

    private PageCommit Commit(RpdePage page, IReadOnlyList<ItemChange> changes) => new()
    {
        FeedId = walk.Feed.Id,
        Cursor = cursor,
        NextCursor = page.Next,
        Changes = changes,
        IsLastPage = page.IsLast,
        Licence = page.License,
    };

    private async Task<FeedTurn> EndAsync(RpdePage page, Fault? objection, CancellationToken cancel)
    {
        if (objection is not null)
            return await FailAsync(objection, cancel);
        walk.Failures = 0;
        if (!page.IsLast)
            return Ended(TurnEnd.Paused, time.GetUtcNow());
        walk.Guard = new PagingGuard();
        await lifecycle.ReachEndAsync(walk, cancel);
        walk.Progress.ReachEnd();
        var next = time.GetUtcNow() + Polling.NextDelay(page.Cache, TimeSpan.FromSeconds(options.PollSeconds));
        await store.ReportFeedAsync(walk.Feed.Id, new FeedReport { State = FeedState.Waiting, NextTry = next, Reached = true }, cancel);
        return Ended(TurnEnd.LastPage, next);
    }

    private async Task<FeedTurn> FailAsync(Fault met, CancellationToken cancel)
    {
        var isLost = met.Code is FaultCode.NotFound or FaultCode.Gone;
        var other = isLost ? await lifecycle.LoseAsync(walk.Feed, cursor, cancel) : null;
        var fault = other ?? met;
        walk.Failures = other is null ? walk.Failures + 1 : 1;
        walk.Guard = new PagingGuard();
        walk.Progress.Fail(fault);
        var next = Waits.NextTry(fault, walk.Failures, time.GetUtcNow(), options.Http.Random);
        var state = isLost && other is null ? FeedState.Gone : FeedState.Error;
        options.Logger.FeedFailed(walk.Url, fault.Code, fault.Text);
        await store.ReportFeedAsync(
            walk.Feed.Id, new FeedReport { State = state, Fault = new FeedFault(fault.Code, fault.Text), NextTry = next }, cancel);
        return Ended(TurnEnd.Fault, next);
    }

    private FeedTurn Ended(TurnEnd end, DateTimeOffset next) => new(end, next, itemsRead);

    /// <summary>Gives back the memory of a page that nobody will commit.</summary>
    private static async Task DiscardAsync(Task<PreparedPage> ahead)
    {
        await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ahead.IsCompletedSuccessfully)
            (await ahead).Dispose();
    }
}
