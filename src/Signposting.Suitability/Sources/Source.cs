namespace Signposting.Suitability.Sources;

/// <summary>What a statement rests on.</summary>
public sealed record Source
{
    /// <summary>How rule files name it: <c>nice-ng249</c>.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>Year of publication; null where the source is no publication.</summary>
    public int? Year { get; init; }

    /// <summary>Only where the address is certain.</summary>
    public string? Url { get; init; }

    public required Basis Basis { get; init; }

    /// <summary>What of it this project uses, in our words.</summary>
    public required string Statement { get; init; }
}
