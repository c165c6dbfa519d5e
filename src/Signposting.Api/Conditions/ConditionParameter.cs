using Signposting.Api.Problems;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.Conditions;

/// <summary>Reads the conditions that a caller sent.</summary>
internal static class ConditionParameter
{
    /// <returns>Null when none was sent, or one was refused, which is then noted.</returns>
    public static ConditionSet? Read(ConditionList list, IReadOnlyList<string> sent, ParameterErrors errors)
    {
        if (sent.Count == 0)
            return null;
        var reading = list.Read(sent);
        foreach (var refusal in reading.Refusals)
            errors.Add("condition", refusal.Text);
        return reading.Set;
    }
}
