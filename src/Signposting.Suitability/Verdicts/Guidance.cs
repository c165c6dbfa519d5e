using Signposting.Suitability.Conditions;
using Signposting.Suitability.Sources;

namespace Signposting.Suitability.Verdicts;

/// <summary>What a piece of guidance is for, in the order in which they are shown.</summary>
public enum GuidanceKind : byte
{
    /// <summary>No activities are shown: <c>stop</c>.</summary>
    Stop,

    /// <summary>To watch for: <c>caution</c>.</summary>
    Caution,

    /// <summary>Good to know: <c>info</c>.</summary>
    Info,
}

/// <summary>A statement that goes with conditions, whatever the activity.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Conditions">Keys of all conditions of the set that say it, in order; at least one.</param>
public sealed record Guidance(GuidanceKind Kind, IReadOnlyList<string> Conditions, string Text, Source Source)
{
    /// <summary>Everything that conditions say, each statement once.</summary>
    internal static IReadOnlyList<Guidance> Of(IReadOnlyList<Condition> conditions) =>
    [
        .. conditions.SelectMany(SaidBy)
            .GroupBy(said => (said.Kind, said.Statement.Text, said.Statement.Source.Key))
            .Select(group => new Guidance(group.Key.Kind, [.. group.Select(said => said.Condition).Distinct()], group.Key.Text, group.First().Statement.Source))
            .OrderBy(guidance => guidance.Kind),
    ];

    private static IEnumerable<(GuidanceKind Kind, string Condition, Statement Statement)> SaidBy(Condition condition)
    {
        if (condition.NoActivities is { } message)
        {
            yield return (GuidanceKind.Stop, condition.Key, message);
        }

        foreach (var caution in condition.Cautions.Concat(condition.Stop))
        {
            yield return (GuidanceKind.Caution, condition.Key, caution);
        }

        foreach (var why in condition.Why)
        {
            yield return (GuidanceKind.Info, condition.Key, why);
        }
    }
}
