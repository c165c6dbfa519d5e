using Signposting.Suitability.Profiles;
using Signposting.Suitability.Sources;

namespace Signposting.Suitability.Verdicts;

/// <summary>One rule of a condition: where it applies, what it says, and why.</summary>
internal sealed record SuitabilityRule
{
    /// <summary>Named in the table of verdicts: <c>uneven-ground</c>.</summary>
    internal required string Id { get; init; }

    /// <summary>By the activity's place in the list; null: any activity.</summary>
    internal bool[]? Activities { get; init; }

    internal required FacetTest When { get; init; }

    /// <summary>One of these words has to be in the record, when there is any bit.</summary>
    internal ulong Words { get; init; }

    /// <summary>None of these words may be in the record.</summary>
    internal ulong WithoutWords { get; init; }

    /// <summary>Null: the rule adds its caution only.</summary>
    internal Verdict? Verdict { get; init; }

    internal required string Because { get; init; }

    internal string? Caution { get; init; }

    internal required Source Source { get; init; }

    /// <param name="activity">Its place in the list.</param>
    /// <param name="levels">Its profile, perhaps moved by words of the record.</param>
    /// <param name="words">What was found in the record.</param>
    internal bool Applies(int activity, ReadOnlySpan<byte> levels, ulong words) =>
        (Words == 0 || (words & Words) != 0)
        && (words & WithoutWords) == 0
        && (Activities is null || (activity >= 0 && Activities[activity]))
        && When.Accepts(levels);
}
