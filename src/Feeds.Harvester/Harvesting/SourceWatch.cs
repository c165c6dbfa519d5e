using Feeds.Harvester.Catalogues;
using Feeds.Harvester.Http;
using Feeds.Harvester.Progress;
using Signposting.Store;
using Signposting.Store.Feeds;

namespace Feeds.Harvester.Harvesting;

/// <summary>
/// Walks through the sources: once, or every hour, and what could not be read sooner, by itself, with growing waits.
/// Feeds join the roster as they are found.
/// </summary>
internal sealed class SourceWatch(Discovery discovery, Roster roster, SpatialStore store, HarvestProgress progress, HarvesterOptions options)
{
    private static readonly TimeSpan BetweenWalks = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Retry> retries = new(StringComparer.Ordinal);
    private readonly TimeProvider time = options.Time;
    private readonly SourceNotes notes = new(store);

    private sealed record Retry(int Failures, DateTimeOffset Due);

    /// <summary>Walks once; every feed is due at once, and what cannot be read is a problem in the progress.</summary>
    public Task WalkOnceAsync(CancellationToken cancel) => WalkAsync(options.Sources, isPatient: false, cancel);

    /// <summary>Walks until cancelled.</summary>
    public async Task WalkForEverAsync(CancellationToken cancel)
    {
        var nextWalk = time.GetUtcNow();
        while (true)
        {
            var isDue = nextWalk <= time.GetUtcNow();
            nextWalk = isDue ? time.GetUtcNow() + BetweenWalks : nextWalk;
            await TryWalkAsync(isDue ? options.Sources : DueRetries(), cancel);
            await Task.Delay(UntilNext(nextWalk), time, cancel);
        }
    }

    private List<string> DueRetries() => [.. retries.Where(retry => retry.Value.Due <= time.GetUtcNow()).Select(retry => retry.Key)];

    private TimeSpan UntilNext(DateTimeOffset nextWalk)
    {
        var next = retries.Values.Select(retry => retry.Due).Append(nextWalk).Min() - time.GetUtcNow();
        return next > ShortestWait ? next : ShortestWait;
    }

    private async Task TryWalkAsync(IReadOnlyList<string> urls, CancellationToken cancel)
    {
        try
        {
            await WalkAsync(urls, isPatient: true, cancel);
        }
        catch (Exception bug) when (!cancel.IsCancellationRequested)
        {
            options.Logger.DiscoveryBroke(bug);
            foreach (var url in urls)
                NoteRetry(url, null);
        }
    }

    private async Task WalkAsync(IReadOnlyList<string> urls, bool isPatient, CancellationToken cancel)
    {
        var found = new Findings();
        progress.IsDiscovering = true;
        try
        {
            await foreach (var discovered in discovery.WalkAsync(urls, cancel))
                await TakeAsync(discovered, found, isPatient, cancel);
        }
        finally
        {
            progress.IsDiscovering = false;
        }

        SettleProblems(urls, found);
        await notes.WriteAsync(progress.SourceProblems, cancel);
        var known = await store.ListFeedsAsync(cancel);
        foreach (var feed in found.Left(known))
        {
            if (!Roster.HasLeft(feed))
                options.Logger.FeedLeft(feed.Url);
            await roster.LeaveAsync(feed, cancel);
        }

        if (isPatient)
            await roster.RejoinAsync(found.OutOfSight(known), cancel);
    }

    private async Task TakeAsync(Discovered discovered, Findings found, bool isPatient, CancellationToken cancel)
    {
        found.Note(discovered);
        switch (discovered)
        {
            case Discovered.Dataset dataset:
                foreach (var registration in Registrations.Of(dataset))
                    await roster.JoinAsync(registration, isBare: false, isPatient, cancel);
                break;
            case Discovered.Feed feed:
                await roster.JoinAsync(Registrations.Of(feed), isBare: true, isPatient, cancel);
                break;
            case Discovered.Failure failure:
                options.Logger.SourceFailed(failure.Url, failure.Fault.Code, failure.Fault.Text);
                progress.SourceFailed(new SourceProblem(failure.Url, failure.Fault, NoteRetry(failure.Url, failure.Fault)));
                break;
        }
    }

    /// <summary>A problem is over when its URL was asked for again, by itself or from the top, and did not fail.</summary>
    private void SettleProblems(IReadOnlyList<string> urls, Findings found)
    {
        var isFromTheTop = ReferenceEquals(urls, options.Sources);
        foreach (var url in progress.SourceProblems.Select(problem => problem.Url).Where(url => !found.HasFailed(url) && (isFromTheTop || urls.Contains(url))))
        {
            progress.SourceRead(url);
            retries.Remove(url);
        }
    }

    private DateTimeOffset NoteRetry(string url, Fault? fault)
    {
        var failures = retries.GetValueOrDefault(url)?.Failures + 1 ?? 1;
        var due = Waits.NextTry(fault, failures, time.GetUtcNow(), options.Http.Random);
        retries[url] = new Retry(failures, due);
        return due;
    }
}
