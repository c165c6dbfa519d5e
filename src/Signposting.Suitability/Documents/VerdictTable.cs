using System.Text;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Documents;

/// <summary>
/// Every activity and every condition: a line for each activity, a column for each condition, in each cell the verdict and
/// the rules that decide it. A change of a rule shows as changed lines.
/// </summary>
internal static class VerdictTable
{
    internal static string Of(Rules rules)
    {
        var conditions = rules.Book.Conditions;
        var text = new StringBuilder();
        text.AppendRow(["activity", "under", "met", .. conditions.Select(condition => condition.Key)]);
        foreach (var (index, activity) in rules.Profiles.Activities.Index())
        {
            var above = activity.Broader.Select(id => rules.Profiles.Activities[rules.Profiles.IndexOf(id)].PrefLabel);
            var cells = conditions.Select(condition => Cell(rules, index, condition));
            text.AppendRow([activity.PrefLabel, string.Join(" + ", above), rules.Profiles[index].Met.ToString(), .. cells]);
        }

        return text.ToString();
    }

    private static string Cell(Rules rules, int activity, Condition condition)
    {
        var alone = new ConditionSet([new AskedCondition(condition, null)]);
        var verdict = rules.Judge.Of(activity, alone);
        var levels = rules.Judge.LevelsOf(activity, 0);
        var deciding = rules.Judge.RulesOf(condition, activity, levels, 0).Where(rule => rule.Verdict == verdict).Select(rule => rule.Id);
        var audience = verdict == Verdict.AskFirst && rules.Judge.ClosedTo(alone, activity, levels) is not null ? ["for-others"] : Array.Empty<string>();
        string[] why = [.. deciding, .. audience];
        return why.Length > 0 ? $"{verdict.Name()}: {string.Join(" + ", why)}" : verdict.Name();
    }
}
