using Feeds.Harvester.Http;

namespace Feeds.Harvester.Harvesting;

/// <summary>Pages that follow one another and are committed together, and what comes after them.</summary>
internal sealed class PreparedPages
{
    /// <summary>Those that were read; none when the first one failed.</summary>
    public required IReadOnlyList<PreparedPage> Pages { get; init; }

    /// <summary>Why the page after them could not be read.</summary>
    public Fault? Fault { get; init; }

    /// <summary>What is wrong with the paging after them; they are good all the same.</summary>
    public Fault? Objection { get; init; }

    /// <summary>The page to read next; null when the turn ends here.</summary>
    public string? Next { get; init; }
}
