using Signposting.Suitability.Sources;

namespace Signposting.Suitability.Verdicts;

/// <summary>How one gets in.</summary>
public enum Entry : byte
{
    /// <summary><c>open</c>.</summary>
    Open,

    /// <summary>A programme that takes people who are referred and asks for something first: <c>by-referral</c>.</summary>
    ByReferral,
}

/// <summary>What the rules say of one activity or record for a set of conditions.</summary>
public sealed record Assessment
{
    public required Verdict Verdict { get; init; }

    /// <summary>Most cautious first; at least one when there is a condition.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>What to watch for in this activity, each once. What goes with a condition whatever the activity is in <see cref="Conditions.ConditionSet.Guidance"/>.</summary>
    public required IReadOnlyList<Reason> Cautions { get; init; }

    public required Entry Entry { get; init; }
}

/// <summary>Why, or what to watch for.</summary>
/// <param name="Condition">The key of the condition that says so; null when it comes from the record and not from a condition.</param>
/// <param name="Text">A sentence.</param>
/// <param name="Source">What it rests on.</param>
public sealed record Reason(string? Condition, string Text, Source Source);
