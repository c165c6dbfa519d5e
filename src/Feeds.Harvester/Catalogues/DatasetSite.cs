namespace Feeds.Harvester.Catalogues;

/// <summary>What a publisher says of a dataset (schema.org <c>Dataset</c>). Its name, publisher and licence must be shown
/// wherever its data is (CC BY 4.0).</summary>
public sealed record DatasetSite
{
    /// <summary>The dataset's own URL, or that of the page.</summary>
    public required string Url { get; init; }

    /// <summary>The name, or null when not stated.</summary>
    public string? Name { get; init; }

    /// <summary>The publisher's name, or null when not stated.</summary>
    public string? Publisher { get; init; }

    /// <summary>The publisher's mail address.</summary>
    public string? PublisherEmail { get; init; }

    /// <summary>The publisher's web site.</summary>
    public string? PublisherUrl { get; init; }

    /// <summary>The licence's URL.</summary>
    public string? Licence { get; init; }

    /// <summary>The feeds, in the order of the site, each URL once.</summary>
    public required IReadOnlyList<DatasetFeed> Feeds { get; init; }
}
