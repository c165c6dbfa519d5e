using System.Collections.Concurrent;
using Feeds.Harvester.Http;
using Feeds.Harvester.Progress;
using Signposting.Store;
using Signposting.Store.Feeds;

namespace Feeds.Harvester.Harvesting;

/// <summary>The feeds that are being harvested. Feeds join as they are found and leave when their dataset site drops them.</summary>
internal sealed class Roster(SpatialStore store, FeedLifecycle lifecycle, Schedule schedule, HarvestProgress progress, HarvesterOptions options)
{
    private const string LeftCode = "left-dataset";
    private readonly ConcurrentDictionary<string, FeedWalk> walks = new(StringComparer.Ordinal);
    private Dictionary<string, FeedStatus>? remembered;

    /// <summary>Every feed that is being harvested.</summary>
    public IReadOnlyList<FeedWalk> Walks => [.. walks.Values];

    /// <summary>Whether the store has it that the feed left its dataset site.</summary>
    public static bool HasLeft(FeedStatus feed) => feed.Fault?.Code == LeftCode;

    /// <summary>Makes a feed known to the store and gives it its turns. What the store knows of a feed's dataset outlives
    /// a source that names only the feed.</summary>
    /// <param name="isBare">The feed itself is the source; its dataset is not known.</param>
    /// <param name="respectsNextTry">Its first turn comes when the store says that it is due, not at once.</param>
    public async Task JoinAsync(FeedRegistration found, bool isBare, bool respectsNextTry, CancellationToken cancel)
    {
        var known = isBare ? await store.FindFeedAsync(found.Url, cancel) : null;
        var registration = known is null ? found : found with { Kind = known.Kind, Dataset = known.Dataset, TotalItems = known.TotalItems };
        var feed = await store.RegisterFeedAsync(registration, cancel);
        if (walks.TryGetValue(found.Url, out var walk))
        {
            walk.Progress.Registration = registration;
            return;
        }

        walk = new FeedWalk(feed, progress.Feed(registration));
        walks[found.Url] = walk;
        walk.Progress.Queue();
        await ScheduleAsync(walk, respectsNextTry, cancel);
    }

    /// <summary>Takes feeds that the store remembers of dataset sites which cannot be read at the moment.</summary>
    public async Task RejoinAsync(IEnumerable<FeedStatus> remembered, CancellationToken cancel)
    {
        foreach (var status in remembered.Where(status => !walks.ContainsKey(status.Url)))
        {
            var registration = new FeedRegistration { Url = status.Url, Kind = status.Kind, Dataset = status.Dataset, TotalItems = status.TotalItems };
            await JoinAsync(registration, isBare: false, respectsNextTry: true, cancel);
        }
    }

    /// <summary>A feed is no longer listed by its dataset site: it is polled no more, and its records go the way of those of a feed that answers 404.</summary>
    public async Task LeaveAsync(FeedStatus feed, CancellationToken cancel)
    {
        if (walks.TryRemove(feed.Url, out var walk))
        {
            walk.HasLeft = true;
            walk.Progress.Leave();
        }

        var fault = new FeedFault(LeftCode, "The dataset site no longer lists this feed, so it is not read any more.");
        await store.ReportFeedAsync(feed.Id, new FeedReport { State = FeedState.Gone, Fault = fault }, cancel);
        await lifecycle.MissAsync(feed, cancel);
    }

    private async Task ScheduleAsync(FeedWalk walk, bool respectsNextTry, CancellationToken cancel)
    {
        var now = options.Time.GetUtcNow();
        if (walk.Feed.NextTry is not { } due || due <= now)
            schedule.Add(walk, now);
        else if (respectsNextTry)
            schedule.Add(walk, due);
        else if (await AskedToWaitAsync(walk.Url, cancel) is { } fault)
            walk.Progress.Fail(new Fault(fault.Code, fault.Text, due));
        else
            schedule.Add(walk, now);
    }

    /// <summary>A publisher that has asked us to stay away is obeyed across runs of the program, not only within one.</summary>
    private async Task<FeedFault?> AskedToWaitAsync(string url, CancellationToken cancel)
    {
        remembered ??= (await store.ListFeedsAsync(cancel)).ToDictionary(feed => feed.Url, StringComparer.Ordinal);
        return remembered.GetValueOrDefault(url) is { State: FeedState.Error, Fault: { Code: FaultCode.RateLimited } fault } ? fault : null;
    }
}
