namespace Feeds.Harvester.Catalogues;

/// <summary>The limits on one walk through the sources.</summary>
public sealed record DiscoveryLimits
{
    /// <summary>Levels below a configured source; OpenActive's own tree has two.</summary>
    public int Depth { get; init; } = 5;

    /// <summary>Catalogues and dataset sites read; in June 2026 there were 174 datasets.</summary>
    public int Pages { get; init; } = 5_000;

    /// <summary>Of these, below one part of a configured source, so that no catalogue leaves nothing to the others.</summary>
    public int PagesPerBranch { get; init; } = 1_000;

    /// <summary>Feeds handed out.</summary>
    public int Feeds { get; init; } = 20_000;

    /// <summary>Of these, below one part of a configured source.</summary>
    public int FeedsPerBranch { get; init; } = 4_000;

    /// <summary>Links of one catalogue that are followed.</summary>
    public int Links { get; init; } = 1_000;

    /// <summary>Reads at once.</summary>
    public int AtOnce { get; init; } = 8;

    /// <summary>Of these, from one host: one that does not answer costs a minute for each, and some hosts have dozens of dataset sites.</summary>
    public int AtOncePerHost { get; init; } = 2;
}
