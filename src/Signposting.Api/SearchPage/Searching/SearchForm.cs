namespace Signposting.Api.SearchPage.Searching;

/// <summary>The search form with what was typed into it.</summary>
public sealed record SearchForm
{
    /// <summary>Postcode, outward code or town.</summary>
    public string Place { get; init; } = "";

    /// <summary>Words for conditions that are not yet chosen.</summary>
    public string Words { get; init; } = "";

    /// <summary>Keys of the conditions that are chosen.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    /// <summary>What was made of words, for the person to confirm; null: nothing is to be confirmed.</summary>
    public TypedWords? Reading { get; init; }

    /// <summary>The words of the page that this was sent from; empty: from the form.</summary>
    public string OfferedFor { get; init; } = "";

    /// <summary>Boxes for filters that are ticked, by their value.</summary>
    public IReadOnlyList<string> Narrow { get; init; } = [];

    /// <summary>No condition is to count.</summary>
    public bool WithoutConditions { get; init; }

    /// <summary>Towns of the name that was typed, when there are several.</summary>
    public IReadOnlyList<string> Towns { get; init; } = [];

    /// <summary>Towns that may have been meant, or that there are.</summary>
    public IReadOnlyList<string> OtherPlaces { get; init; } = [];

    /// <summary>Kilometres, as typed or chosen.</summary>
    public string Radius { get; init; } = RadiusChoices.Default;

    /// <summary>A key of the choices.</summary>
    public string When { get; init; } = WhenChoices.Default;

    /// <summary>Set while filters of a search are kept that changes its place or conditions.</summary>
    public string? Token { get; init; }
}
