using System.Numerics;
using Signposting.Suitability.Sources;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Conditions;

/// <summary>A condition as it was asked for.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Code">The SNOMED CT code that was sent; null when a key was.</param>
public sealed record AskedCondition(Condition Condition, string? Code);

/// <summary>
/// Conditions of one person, each once. What follows from a set never depends on the order in which they were asked for.
/// </summary>
public sealed class ConditionSet
{
    internal ConditionSet(IReadOnlyList<AskedCondition> asked)
    {
        Asked = asked;
        Bits = asked.Aggregate(0UL, (bits, one) => bits | (1UL << one.Condition.Index));
        ByKey = [.. asked.Select(one => one.Condition).OrderBy(condition => condition.Index)];
        Condition[] stopping = [.. ByKey.Where(condition => condition.NoActivities is not null)];
        NoActivities = stopping.FirstOrDefault()?.NoActivities;
        Speaking = stopping.Length > 0 ? stopping : ByKey;
        Guidance = Verdicts.Guidance.Of(Speaking);
    }

    /// <summary>In the order in which they were asked for.</summary>
    public IReadOnlyList<AskedCondition> Asked { get; }

    public int Count => BitOperations.PopCount(Bits);

    /// <summary>Set when the right answer is this message and no activities, whatever else was asked.</summary>
    public Statement? NoActivities { get; }

    /// <summary>What to show beside any answer for these conditions.</summary>
    public IReadOnlyList<Guidance> Guidance { get; }

    internal IReadOnlyList<Condition> ByKey { get; }

    /// <summary>Those that are heard. Where one of them wants no activities, only it is: advice of another to be active would contradict it.</summary>
    internal IReadOnlyList<Condition> Speaking { get; }

    /// <summary>A bit for each condition: the same for the same conditions in any order, as long as the rules are the same.</summary>
    public ulong Bits { get; }
}
