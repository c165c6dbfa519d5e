using Feeds.Harvester.Http;
using Microsoft.Extensions.Logging;
using Signposting.Store;
using Signposting.Store.Feeds;

namespace Feeds.Harvester.Harvesting;

/// <summary>Decides when a feed is read again from its start, and what happens to one that is gone (docs/decisions/0013).</summary>
internal sealed class FeedLifecycle(SpatialStore store, PagePreparation preparation, HarvesterOptions options)
{
    /// <summary>How long publishers keep tombstones: seven days; many feeds of Slots two.</summary>
    private static readonly TimeSpan Tombstones = TimeSpan.FromDays(7);
    private static readonly TimeSpan SlotTombstones = TimeSpan.FromDays(2);

    /// <summary>To be called before a turn. Finishes a sweep that was broken off, and begins at the start where that is needed.</summary>
    /// <returns>The feed as it is to be read.</returns>
    public async Task<Feed> BeginTurnAsync(Feed feed, CancellationToken cancel)
    {
        if (feed.Resync == ResyncPhase.Sweeping)
        {
            await SweepAsync(feed, cancel);
            feed = await store.FindFeedAsync(feed.Url, cancel) ?? feed;
        }

        if (WhyAgain(feed) is not { } reason)
            return feed;
        if (await store.BeginResyncAsync(feed.Id, reason, cancel))
            options.Logger.ResyncBegins(feed.Url, reason);
        return await store.FindFeedAsync(feed.Url, cancel) ?? feed;
    }

    /// <summary>To be called at the last page: removes what a resynchronisation has not met.</summary>
    public async Task ReachEndAsync(FeedWalk walk, CancellationToken cancel)
    {
        if (walk.Feed.Resync == ResyncPhase.None)
            return;
        await SweepAsync(walk.Feed, cancel);
        walk.Feed = walk.Feed with { Resync = ResyncPhase.None };
        walk.NeedsCount = true;
    }

    /// <summary>
    /// To be called when a page answers 404 or 410. What was seen ten minutes ago too is concealed, what has lasted for hours is removed.
    /// When only the page that we had come to is gone and the feed's first one is there, the feed is read again instead.
    /// </summary>
    /// <returns>Null: it is gone. Otherwise it is there, and this is its fault.</returns>
    public async Task<Fault?> LoseAsync(Feed feed, string? cursor, CancellationToken cancel)
    {
        var stage = await store.NoteGoneAsync(feed.Id, cancel);
        if (stage != GoneStage.Noticed && cursor is not null && await IsThereAsync(feed, cancel))
            return await StartAgainAsync(feed, cancel);
        await ActAsync(feed.Id, feed.Url, stage, cancel);
        return null;
    }

    /// <summary>To be called each time that a feed is found missing on its dataset site.</summary>
    public async Task MissAsync(FeedStatus feed, CancellationToken cancel) =>
        await ActAsync(feed.Id, feed.Url, await store.NoteGoneAsync(feed.Id, cancel), cancel);

    /// <summary>Why the store should be asked to begin at the start; null when it should not, or has been asked and waits for its week to end.</summary>
    private string? WhyAgain(Feed feed)
    {
        if (feed.Cursor is null)
            return null;
        var isDue = !(options.Time.GetUtcNow() - feed.ResyncAt < SpatialStore.BetweenResyncs);
        if (IsMissed(feed))
            return isDue || feed.Resync == ResyncPhase.Reading || feed.ResyncReason is null ? ResyncReasons.TombstonesMissed : null;
        return isDue && feed.Resync == ResyncPhase.None ? feed.ResyncReason : null;
    }

    private bool IsMissed(Feed feed)
    {
        var kept = feed.Kind.Contains("Slot", StringComparison.OrdinalIgnoreCase) ? SlotTombstones : Tombstones;
        return feed is { Cursor: not null, LastSuccess: { } last } && options.Time.GetUtcNow() - last > kept;
    }

    private async Task SweepAsync(Feed feed, CancellationToken cancel)
    {
        var swept = await store.SweepFeedAsync(feed.Id, cancel);
        options.Logger.Swept(feed.Url, swept);
    }

    private async Task<bool> IsThereAsync(Feed feed, CancellationToken cancel)
    {
        var first = await preparation.PrepareAsync(feed, feed.Url, cancel);
        return first.Succeeded;
    }

    private async Task<Fault> StartAgainAsync(Feed feed, CancellationToken cancel)
    {
        if (!await store.BeginResyncAsync(feed.Id, ResyncReasons.CursorGone, cancel))
            return new Fault(ResyncReasons.CursorGone, "The publisher no longer knows the page that we had come to, though the feed is there; it was read from the start less than a week ago.");
        options.Logger.ResyncBegins(feed.Url, ResyncReasons.CursorGone);
        return new Fault(ResyncReasons.CursorGone, "The publisher no longer knows the page that we had come to: the feed is read again from its start.");
    }

    private async Task ActAsync(long feedId, string url, GoneStage stage, CancellationToken cancel)
    {
        if (stage is GoneStage.Confirmed or GoneStage.Lasting)
            await store.ConcealFeedAsync(feedId, cancel);
        if (stage == GoneStage.Lasting)
            options.Logger.Purged(url, await store.PurgeFeedAsync(feedId, cancel));
    }
}
