using Feeds.Harvester.Http;

namespace Feeds.Harvester.Harvesting;

/// <summary>Pages that follow one another and are committed together, and what comes after them.</summary>
internal sealed class PreparedPages
{
    /// <summary>Honest pages come to a thousand or two; ten thousand take about two megabytes.</summary>
    private const int ManySessions = 10_000;

    /// <summary>Those that were read; none when the first one failed.</summary>
    public required IReadOnlyList<PreparedPage> Pages { get; init; }

    /// <summary>Why the page after them could not be read.</summary>
    public Fault? Fault { get; init; }

    /// <summary>What is wrong with the paging after them; they are good all the same.</summary>
    public Fault? Objection { get; init; }

    /// <summary>The page to read next; null when the turn ends here.</summary>
    public string? Next { get; init; }

    /// <summary>They have so many sessions that nothing is to be read ahead of their commit.</summary>
    public bool AreHeavy => Pages.Sum(page => page.Changes.Sessions) > ManySessions;
}
