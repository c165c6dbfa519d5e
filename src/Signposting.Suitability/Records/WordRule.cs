using Signposting.Suitability.Profiles;
using Signposting.Suitability.Sources;

namespace Signposting.Suitability.Records;

/// <summary>A word or a field of a record that says something its activity does not, and how that moves the profile.</summary>
internal sealed record WordRule
{
    /// <summary>As in rule files and record keys: <c>seated</c>.</summary>
    internal required string Key { get; init; }

    internal required ulong Bit { get; init; }

    /// <summary>It stands for no word, but for an activity that the published list has and the rules do not know yet.</summary>
    internal bool ForNewerActivities { get; init; }

    /// <summary>Phrases that count in the name.</summary>
    internal required IReadOnlyList<string> InName { get; init; }

    /// <summary>Phrases that count in name or description.</summary>
    internal required IReadOnlyList<string> Anywhere { get; init; }

    /// <summary>Phrases that hold one of the others and mean something else ("hot drinks").</summary>
    internal required IReadOnlyList<string> Not { get; init; }

    /// <summary>True: levels are stated, beginners among them; false: levels are stated, beginners not among them.</summary>
    internal bool? ForBeginners { get; init; }

    internal bool? Coached { get; init; }

    /// <summary>The lowest age stated is at least this.</summary>
    internal int? AgesFrom { get; init; }

    /// <summary>The highest age stated is at most this.</summary>
    internal int? AgesTo { get; init; }

    /// <summary>Profiles that it moves; others stay as they are.</summary>
    internal required FacetTest Requires { get; init; }

    /// <summary>At least this level.</summary>
    internal required IReadOnlyList<(int Facet, byte Level)> Raise { get; init; }

    /// <summary>At most this level.</summary>
    internal required IReadOnlyList<(int Facet, byte Level)> Lower { get; init; }

    /// <summary>Exactly this level.</summary>
    internal required IReadOnlyList<(int Facet, byte Level)> Set { get; init; }

    internal required bool ByReferral { get; init; }

    /// <summary>Conditions that it is meant for, a bit each: a reason, never a verdict.</summary>
    internal required ulong For { get; init; }

    /// <summary>What to tell.</summary>
    internal required string Because { get; init; }

    internal required Source Source { get; init; }

    /// <summary>Moves the levels where the rule holds for them.</summary>
    internal void Move(Span<byte> levels)
    {
        if (!Requires.Accepts(levels))
        {
            return;
        }

        foreach (var (facet, level) in Raise)
        {
            levels[facet] = Math.Max(levels[facet], level);
        }

        foreach (var (facet, level) in Lower)
        {
            levels[facet] = Math.Min(levels[facet], level);
        }

        foreach (var (facet, level) in Set)
        {
            levels[facet] = level;
        }
    }
}
