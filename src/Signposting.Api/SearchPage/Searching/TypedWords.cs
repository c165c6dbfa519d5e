namespace Signposting.Api.SearchPage.Searching;

/// <summary>What was made of the words that somebody typed about a person: all of them are accounted for.</summary>
public sealed record TypedWords
{
    /// <summary>As typed.</summary>
    public required string Text { get; init; }

    /// <summary>Keys of conditions that the words may mean, for the person to confirm.</summary>
    public required IReadOnlyList<string> Offered { get; init; }

    /// <summary>What means no condition, and conditions that come near.</summary>
    public required IReadOnlyList<WordsNotUnderstood> NotUnderstood { get; init; }

    /// <summary>Names of conditions that the person is said not to have.</summary>
    public required IReadOnlyList<string> TakenBack { get; init; }

    /// <summary>What is no condition, but can narrow the search.</summary>
    public required IReadOnlyList<WordHint> Hints { get; init; }

    /// <summary>There is something for the person to say before the search.</summary>
    public bool IsOpen => Offered.Count > 0 || NotUnderstood.Count > 0 || TakenBack.Count > 0 || Hints.Count > 0;

    /// <summary>Whether going on without a condition has to be said.</summary>
    public bool NeedsAnAnswer => Offered.Count > 0 || NotUnderstood.Count > 0;
}

/// <summary>Words that mean no condition.</summary>
/// <param name="Text">The words.</param>
/// <param name="Near">Keys of conditions whose words are like them.</param>
public sealed record WordsNotUnderstood(string Text, IReadOnlyList<string> Near);

/// <summary>Words that are about something else than a condition.</summary>
/// <param name="Words">As typed.</param>
/// <param name="Text">What can be done about them, as a sentence; empty: the choice says it.</param>
/// <param name="Value">Of the box to tick; null: none.</param>
/// <param name="Label">Of the box.</param>
public sealed record WordHint(string Words, string Text, string? Value = null, string? Label = null)
{
    /// <summary>How far they can travel is to be looked at again.</summary>
    public bool AsksDistance { get; init; }
}
