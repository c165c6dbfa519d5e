using Signposting.Suitability.Sources;

namespace Signposting.Suitability.Verdicts;

/// <summary>A level of the facet "audience": whom an activity is for, and what holds for everybody else.</summary>
internal sealed record Audience
{
    /// <summary>Conditions that it is for, a bit each. One of them is enough: somebody with several conditions is let in by any.</summary>
    internal required ulong For { get; init; }

    internal required bool ByReferral { get; init; }

    /// <summary>Why others have to ask first.</summary>
    internal required Statement Because { get; init; }

    /// <summary>What is usually asked for at the door; null when nothing is.</summary>
    internal Statement? Asks { get; init; }
}
