namespace Signposting.Api.SearchPage.About;

/// <summary>What of the page about this service depends on how it is set up.</summary>
public sealed record AboutModel
{
    /// <summary>The host that postcodes are asked from; null: nobody is asked.</summary>
    public string? PostcodesAskedFrom { get; init; }

    /// <summary>A postcode directory is imported.</summary>
    public bool HasPostcodes { get; init; }

    public required string RulesVersion { get; init; }

    public bool AreRulesDraft { get; init; }

    public int Conditions { get; init; }

    /// <summary>Where the map takes its tiles from; null: from nowhere.</summary>
    public string? TileServer { get; init; }

    public string? TileAttribution { get; init; }

    /// <summary>How the operator is reached; null: not set.</summary>
    public string? Contact { get; init; }
}
