using System.Threading.Channels;
using Feeds.Harvester.Http;
using Feeds.Harvester.Rpde;
using Microsoft.Extensions.Logging;
using Signposting.Store;
using Signposting.Store.Feeds;
using Signposting.Store.Harvest;

namespace Feeds.Harvester.Harvesting;

/// <summary>
/// One feed's turn, from the store's cursor towards its last page: fetch, read, normalise (<see cref="PagePreparation"/>),
/// commit. While a few pages are committed the next ones are prepared (<see cref="PagesAhead"/>), and only so many that memory stays flat (<see cref="Lead"/>).
/// </summary>
internal sealed class HarvestFeed(FeedWalk walk, PagePreparation preparation, FeedLifecycle lifecycle, SpatialStore store, HarvesterOptions options, Schedule schedule, SharedLead shared)
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
        using var lead = new Lead(shared);
        await using var reader = new PagesAhead(walk, preparation, lead, HasHadItsTurn, time);
        var pages = Channel.CreateUnbounded<PreparedPages>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var reading = ReadAsync(reader, cursor ?? walk.Url, pages.Writer, stop.Token);
        try
        {
            FeedTurn? turn;
            while ((turn = await StoreNextAsync(pages.Reader, cancel)) is null)
                lead.Leave();
            return turn;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    /// <summary>Reads on beside the commits. Whatever ends it reaches who commits, behind what was read before.</summary>
    private async Task ReadAsync(PagesAhead reader, string url, ChannelWriter<PreparedPages> pages, CancellationToken cancel)
    {
        try
        {
            for (string? next = url; next is not null;)
                next = await ReadNextAsync(reader, next, pages, cancel);
            pages.Complete();
        }
        catch (Exception ended)
        {
            pages.Complete(ended);
        }
    }

    // Nothing of the pages is held here while the next ones wait for their commit.
    private async Task<string?> ReadNextAsync(PagesAhead reader, string url, ChannelWriter<PreparedPages> pages, CancellationToken cancel)
    {
        var read = await reader.ReadAsync(walk.Feed, url, cancel);
        await pages.WriteAsync(read, cancel);
        return read.Next;
    }

    /// <summary>Commits the next pages.</summary>
    /// <returns>The turn, when it ends with them.</returns>
    private async Task<FeedTurn?> StoreNextAsync(ChannelReader<PreparedPages> pages, CancellationToken cancel)
    {
        await pages.WaitToReadAsync(cancel);
        var read = await pages.ReadAsync(cancel);
        if (!await CommitAsync(read.Pages, cancel))
            return Ended(TurnEnd.MovedOn, time.GetUtcNow() + TimeSpan.FromSeconds(options.PollSeconds));
        if (read.Fault is { } fault)
            return await FailAsync(fault, cancel);
        return read.Next is null ? await EndAsync(read.Pages[^1].Page!, read.Objection, cancel) : null;
    }

    private bool HasHadItsTurn() => schedule.IsSomeoneWaiting && time.GetElapsedTime(started) > LongestTurn;

    /// <summary>False: another harvester has moved the cursor.</summary>
    private async Task<bool> CommitAsync(IReadOnlyList<PreparedPage> pages, CancellationToken cancel)
    {
        var commits = new List<PageCommit>(pages.Count);
        var from = cursor;
        foreach (var page in pages)
        {
            if (!SaysNothingNew(page, from))
                commits.Add(Commit(page, from));
            from = page.Page!.Next;
        }

        var results = await store.CommitPagesAsync(commits, cancel);
        if (results.Any(result => !result.Committed))
            return false;
        for (var i = 0; i < pages.Count; i++)
            Note(pages[i], i < results.Count ? results[i] : new CommitResult { Committed = true });
        return true;
    }

    /// <summary>Only a last page can: the answer to a poll.</summary>
    private bool SaysNothingNew(PreparedPage prepared, string? from) =>
        prepared.Page!.IsLast && prepared.Changes.Count == 0 && walk.Feed.ReachedEnd && walk.Feed.Resync == ResyncPhase.None && prepared.Page.Next == from;

    private void Note(PreparedPage prepared, CommitResult result)
    {
        if (result.JumpedBack)
            options.Logger.FeedJumpedBack(walk.Url);
        cursor = prepared.Page!.Next;
        itemsRead += prepared.Changes.Count;
        walk.NeedsCount |= prepared.Changes.Count > 0;
        walk.Progress.Committed(prepared.Page.WireBytes, prepared.Findings, result);
    }

    private PageCommit Commit(PreparedPage prepared, string? from) => new()
    {
        FeedId = walk.Feed.Id,
        Cursor = from,
        NextCursor = prepared.Page!.Next,
        Changes = prepared.Changes,
        IsLastPage = prepared.Page.IsLast,
        Licence = prepared.Page.License,
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
}
