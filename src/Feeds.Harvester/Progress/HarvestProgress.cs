using System.Collections.Concurrent;
using Feeds.Harvester.Http;
using Signposting.Store.Feeds;

namespace Feeds.Harvester.Progress;

/// <summary>
/// Where the harvester writes down how it is doing, for whoever wants to show it. Counts start with the program; what
/// has been held since earlier runs is in the store. Safe to read at any time from any thread.
/// </summary>
public sealed class HarvestProgress
{
    private readonly ConcurrentDictionary<string, FeedProgress> feeds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SourceProblem> problems = new(StringComparer.Ordinal);
    private volatile bool isDiscovering;
    private volatile string? waitsFor;
    private volatile HarvestPause? pause;

    /// <summary>Every feed so far, in no particular order.</summary>
    public IReadOnlyList<FeedProgress> Feeds => [.. feeds.Values];

    /// <summary>The sources, catalogues and dataset sites that could not be read when last tried.</summary>
    public IReadOnlyList<SourceProblem> SourceProblems => [.. problems.Values.OrderBy(problem => problem.Url, StringComparer.Ordinal)];

    /// <summary>Whether the sources are being read at the moment.</summary>
    public bool IsDiscovering
    {
        get => isDiscovering;
        internal set => isDiscovering = value;
    }

    /// <summary>A sentence that says for whom the harvest waits, when another harvester works on the same store.</summary>
    public string? WaitsFor
    {
        get => waitsFor;
        internal set => waitsFor = value;
    }

    /// <summary>Why no feed is read at the moment, when the store takes nothing; null when it does.</summary>
    public HarvestPause? Pause
    {
        get => pause;
        internal set => pause = value;
    }

    /// <summary>Why nothing happens, in a sentence; null when something does.</summary>
    internal string? Standstill => Pause?.Text ?? WaitsFor;

    /// <summary>Whether every source was read, and every feed to its end.</summary>
    public bool IsComplete => problems.IsEmpty && feeds.Values.All(feed => feed.Stage is FeedStage.AtEnd or FeedStage.Left);

    /// <summary>All feeds together.</summary>
    public HarvestTotals Totals() => HarvestTotals.Of(Feeds, problems.Count);

    internal FeedProgress Feed(FeedRegistration registration)
    {
        var feed = feeds.GetOrAdd(registration.Url, static (_, found) => new FeedProgress(found), registration);
        feed.Registration = registration;
        return feed;
    }

    internal void SourceFailed(SourceProblem problem) => problems[problem.Url] = problem;

    internal void SourceRead(string url) => problems.TryRemove(url, out _);
}
