namespace Feeds.Harvester.Catalogues;

/// <summary>
/// What was found below one part of a configured source: a catalogue of a collection, a dataset of a catalogue. Each has
/// limits of its own, so that a part without end or bottom costs the others nothing. Not safe for concurrent use.
/// </summary>
/// <param name="url">The URL of the part.</param>
/// <param name="limits">The limits of the walk.</param>
internal sealed class Branch(string url, DiscoveryLimits limits)
{
    private int pages;
    private int feeds;

    /// <summary>The URL of the part, which faults name.</summary>
    public string Url => url;

    /// <summary>Whether one more page may be read; <c>IsNews</c> the first time that it may not.</summary>
    public (bool IsWithin, bool IsNews) TakePage() => Take(ref pages, limits.PagesPerBranch);

    /// <summary>Whether one more feed may be handed out.</summary>
    public (bool IsWithin, bool IsNews) TakeFeed() => Take(ref feeds, limits.FeedsPerBranch);

    private static (bool IsWithin, bool IsNews) Take(ref int taken, int limit)
    {
        taken = Math.Min(taken + 1, limit + 2);
        return (taken <= limit, taken == limit + 1);
    }
}
