using Signposting.Api.SearchPage.Cards;
using Signposting.Api.SearchPage.Layout;

namespace Signposting.Api.SearchPage.Results;

/// <summary>The results page in any of its states.</summary>
public sealed record ResultsView
{
    /// <summary>Of the search, for addresses and forms.</summary>
    public required string Token { get; init; }

    /// <summary>"42 activities within 3 miles of LS1 3AD".</summary>
    public required string Heading { get; init; }

    /// <summary>What was asked for besides the place: "For type 2 diabetes and osteoarthritis, in the next 2 weeks".</summary>
    public required string Summary { get; init; }

    /// <summary>Something about the place that matters: a postcode that is no longer in use.</summary>
    public string? PlaceNote { get; init; }

    /// <summary>The conditions, for a sentence; empty: none.</summary>
    public required string ConditionNames { get; init; }

    public required IReadOnlyList<GuidanceItem> Guidance { get; init; }

    /// <summary>A message instead of activities: neither list nor filters.</summary>
    public required bool IsStopped { get; init; }

    public required IReadOnlyList<ActivityCard> Cards { get; init; }

    /// <summary>No feed has been read yet, so that finding nothing says nothing.</summary>
    public bool IsNothingRead { get; init; }

    /// <summary>There are more than are shown.</summary>
    public required bool HasMore { get; init; }

    /// <summary>As many are shown as the page will show.</summary>
    public required bool IsFull { get; init; }

    public required FilterPanelView Filters { get; init; }

    public required IReadOnlyList<AppliedTag> Applied { get; init; }

    /// <summary>Null: nothing on the list has a place.</summary>
    public MapView? Map { get; init; }

    /// <summary>Ways out when nothing, or hardly anything, was found.</summary>
    public IReadOnlyList<WayOut> WaysOut { get; init; } = [];

    /// <summary>Publishers, datasets and licences of what is shown.</summary>
    public required IReadOnlyList<AttributionLine> Attribution { get; init; }

    /// <summary>What is wrong with the filters that were sent.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}

/// <summary>A filter that is applied.</summary>
/// <param name="Key">What the form sends to take it away.</param>
/// <param name="Text">What it is.</param>
public sealed record AppliedTag(string Key, string Text);

/// <summary>A change that would find something.</summary>
/// <param name="Field">The name of its button.</param>
/// <param name="Value">What the button sends.</param>
/// <param name="Text">"Look within 10 miles".</param>
/// <param name="Count">"12 activities".</param>
public sealed record WayOut(string Field, string Value, string Text, string Count);

/// <summary>Whom a record comes from.</summary>
/// <param name="Publisher">Its name.</param>
/// <param name="Dataset">The address of its dataset; null: not a web address.</param>
/// <param name="Licence">A short name of the licence.</param>
/// <param name="LicenceUrl">Where it can be read; null: not a web address.</param>
public sealed record AttributionLine(string Publisher, string? Dataset, string Licence, string? LicenceUrl);
