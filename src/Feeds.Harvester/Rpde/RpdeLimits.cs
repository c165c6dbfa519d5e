namespace Feeds.Harvester.Rpde;

/// <summary>The limits on a page's content.</summary>
public sealed record RpdeLimits
{
    /// <summary>Items in one page. The largest pages seen hold some thousands.</summary>
    public int ItemsPerPage { get; init; } = 50_000;

    /// <summary>Bytes of one item.</summary>
    public int ItemBytes { get; init; } = 1024 * 1024;

    /// <summary>Nesting within an item's data; real data reaches 9.</summary>
    public int ItemDepth { get; init; } = 64;

    /// <summary>Characters of an id.</summary>
    public int IdLength { get; init; } = 512;

    /// <summary>Characters of <c>next</c>; longer ones could not be requested.</summary>
    public int NextLength { get; init; } = 8 * 1024;
}
