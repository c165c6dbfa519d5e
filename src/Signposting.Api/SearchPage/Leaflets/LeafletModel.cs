namespace Signposting.Api.SearchPage.Leaflets;

/// <summary>A leaflet, and how it is sent.</summary>
public sealed record LeafletModel
{
    public required IReadOnlyList<LeafletActivity> Activities { get; init; }

    /// <summary>"27 November 2026".</summary>
    public required string Made { get; init; }

    public required bool IsLarge { get; init; }

    /// <summary>It was made just now, by whoever looks at it.</summary>
    public required bool IsNew { get; init; }

    /// <summary>The address of this leaflet, whole.</summary>
    public required string Link { get; init; }

    /// <summary>The same leaflet in the other size.</summary>
    public required string OtherSize { get; init; }

    /// <summary>For a text message.</summary>
    public required string Message { get; init; }

    public required string MailTo { get; init; }

    /// <summary>When to stop and get help, from the rules.</summary>
    public required IReadOnlyList<string> Stop { get; init; }

    public IEnumerable<LeafletActivity> Offered => Activities.Where(activity => !activity.IsOff);

    /// <summary>Something has become of one of them.</summary>
    public bool HasWarnings => Activities.Any(activity => activity.Warning is not null);
}
