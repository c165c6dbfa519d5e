namespace Signposting.Api.Extracts;

/// <summary>The monthly packages that a caller may fetch, newest first.</summary>
internal sealed record ExtractsAnswer
{
    public required IReadOnlyList<ExtractAnswer> Items { get; init; }

    /// <summary>True: the data is made up.</summary>
    public bool? Demo { get; init; }
}

/// <summary>A monthly package.</summary>
internal sealed record ExtractAnswer
{
    /// <summary>Month and board: 2026-10-QWO.</summary>
    public required string Id { get; init; }

    /// <summary>A calendar month, as yyyy-MM.</summary>
    public required string Month { get; init; }

    /// <summary>ODS code of the Integrated Care Board, or national.</summary>
    public required string Icb { get; init; }

    /// <summary>When the month was published; it never changed since. Absent: it is not over.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>True: the month is not over, and the package changes with each event. Only where the operator has allowed it, for tests and demos.</summary>
    public bool? InProgress { get; init; }

    /// <summary>Where the package is fetched.</summary>
    public required string Href { get; init; }
}
