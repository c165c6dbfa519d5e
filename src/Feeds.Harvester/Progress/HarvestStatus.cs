using Feeds.Harvester.Harvesting;
using Signposting.Store;
using Signposting.Store.Feeds;

namespace Feeds.Harvester.Progress;

/// <summary>Why nothing is harvested.</summary>
/// <param name="Code"><c>store-full</c>, <c>store-away</c>, <c>waiting</c> (for another harvester) or <c>absent</c>.</param>
/// <param name="Text">A sentence or two for an operator.</param>
/// <param name="Since">When it began, where that is known.</param>
public sealed record HarvestStatus(string Code, string Text, DateTimeOffset? Since)
{
    /// <summary>No process harvests into the store.</summary>
    public const string Absent = "absent";

    /// <summary>Another harvester works on the store, and this one waits until that one has ended.</summary>
    public const string Waiting = "waiting";

    /// <summary>What a harvester in this process says of itself; null when it is at work.</summary>
    public static HarvestStatus? Of(HarvestProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return progress.Pause is { } pause ? new HarvestStatus(pause.Code, pause.Text, pause.Since)
            : progress.WaitsFor is { } waits ? new HarvestStatus(Waiting, waits, null) : null;
    }

    /// <summary>What the store tells of a harvester in another process; null when one is at work.</summary>
    public static async Task<HarvestStatus?> OfAsync(SpatialStore store, IEnumerable<FeedStatus> feeds, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (feeds.FirstOrDefault(feed => feed.Fault?.Code == HarvestPause.Full) is { } held)
            return new HarvestStatus(HarvestPause.Full, $"Harvesting pauses: {FeedAdvice.Notice(held)!.Text}", null);
        return await store.FindLeaseAsync(SpatialStore.HarvestLease, cancel) is not { } holder || LeaseOwner.New().KnowsDead(holder.Owner)
            ? new HarvestStatus(Absent, "No harvester works on this store: what it holds grows old. Start one, unless that is meant.", null)
            : null;
    }
}
