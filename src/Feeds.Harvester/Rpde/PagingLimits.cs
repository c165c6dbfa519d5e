namespace Feeds.Harvester.Rpde;

/// <summary>When <see cref="PagingGuard"/> gives up.</summary>
public sealed record PagingLimits
{
    /// <summary>Pages in one run; the largest real feeds have tens of thousands.</summary>
    public int Pages { get; init; } = 1_000_000;

    /// <summary>Pages in a row without an item.</summary>
    public int EmptyPages { get; init; } = 1_000;

    /// <summary>Pages in a row whose items were all seen shortly before in the same version.</summary>
    public int StalePages { get; init; } = 200;
}
