namespace Signposting.Api.SearchPage.Results;

/// <summary>The filters of the results.</summary>
public sealed record FilterPanelView
{
    public required IReadOnlyList<FilterGroup> Groups { get; init; }

    /// <summary>As typed; empty: none.</summary>
    public required string Age { get; init; }

    public required string Words { get; init; }

    /// <summary>Leave out what does not say.</summary>
    public required bool IsStatedOnly { get; init; }

    /// <summary><c>best</c>, <c>nearest</c> or <c>soonest</c>.</summary>
    public required string Sort { get; init; }

    /// <summary><c>in-person</c>, <c>online</c> or <c>any</c>.</summary>
    public required string Attendance { get; init; }

    /// <summary>How many are in person, after its name: " (40)"; empty: not counted.</summary>
    public required string InPerson { get; init; }

    public required string Online { get; init; }

    /// <summary>What the numbers count: "the nearest 1,000", "all 34".</summary>
    public required string Basis { get; init; }

    /// <summary>How many are applied.</summary>
    public required int Applied { get; init; }
}

/// <summary>Filters of one sort.</summary>
/// <param name="IsRadio">One of them, or none; otherwise any number.</param>
public sealed record FilterGroup(string Legend, string Field, bool IsRadio, IReadOnlyList<FilterOption> Options)
{
    /// <summary>What a radio for none of them says.</summary>
    public string? Any { get; init; }

    /// <summary>What its words mean; null: what they say.</summary>
    public string? Hint { get; init; }

    /// <summary>Whether one of them is chosen.</summary>
    public bool IsUsed => Options.Any(option => option.IsChosen);
}

/// <param name="Field">Its name in the form; groups of checkboxes may have several.</param>
/// <param name="Count">How many state it; null: not counted.</param>
public sealed record FilterOption(string Id, string Field, string Value, string Text, int? Count, bool IsChosen);
