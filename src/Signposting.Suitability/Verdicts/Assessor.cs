using Signposting.Suitability.Conditions;
using Signposting.Suitability.Profiles;
using Signposting.Suitability.Reading;
using Signposting.Suitability.Records;
using Signposting.Suitability.Sources;

namespace Signposting.Suitability.Verdicts;

/// <summary>Says why: the reasons and cautions behind a verdict.</summary>
internal sealed class Assessor(RuleBook book, Judge judge, Source theRecord)
{
    internal Assessment Assess(RecordKey record, ConditionSet conditions)
    {
        var reasons = new List<(Verdict Verdict, Reason Reason)>();
        var cautions = new List<Reason>();
        var byReferral = book.Words.Any(word => word.ByReferral && (record.Words & word.Bit) != 0);
        int[] activities = record.HasUnknownActivity ? [.. record.Activities, Judge.NoActivity] : record.Activities;
        foreach (var activity in activities)
        {
            var levels = judge.LevelsOf(activity, record.Words);
            AddAudience(conditions, activity, levels, reasons, cautions, ref byReferral);
            foreach (var condition in conditions.Speaking)
            {
                AddCondition(condition, activity, levels, record.Words, reasons, cautions);
            }
        }

        var noActivities = conditions.NoActivities is not null;
        return new Assessment
        {
            Verdict = judge.Of(record, conditions),
            Reasons = noActivities ? TheMessage(reasons) : [.. MostCautiousOfEach(reasons), .. SaidByTheRecord(record, conditions)],
            Cautions = noActivities ? [] : [.. cautions.DistinctBy(caution => (caution.Text, caution.Source.Key))],
            Entry = byReferral ? Entry.ByReferral : Entry.Open,
        };
    }

    /// <summary>Where no activities are wanted, nothing that is said of the activity itself matters.</summary>
    private static Reason[] TheMessage(List<(Verdict Verdict, Reason Reason)> reasons) =>
        [.. MostCautiousOfEach(reasons).Where(reason => reason.Condition is not null)];

    private void AddCondition(Condition condition, int activity, byte[] levels, ulong words, List<(Verdict, Reason)> reasons, List<Reason> cautions)
    {
        SuitabilityRule[] rules = [.. judge.RulesOf(condition, activity, levels, words)];
        var verdict = Judge.VerdictOf(condition, activity, levels, rules);
        var deciding = rules.Where(rule => rule.Verdict == verdict).ToArray();
        reasons.AddRange(deciding.Select(rule => (verdict, new Reason(condition.Key, rule.Because, rule.Source))));
        if (deciding.Length == 0)
        {
            reasons.Add((verdict, Undecided(condition, activity, levels)));
        }

        if (activity == Judge.NoActivity)
        {
            cautions.AddRange(rules.Where(rule => rule.Verdict == Verdict.AskFirst).Select(rule => new Reason(condition.Key, rule.Because, rule.Source)));
        }

        cautions.AddRange(rules.Where(rule => rule.Caution is not null).Select(rule => new Reason(condition.Key, rule.Caution!, rule.Source)));
    }

    /// <summary>Why, where no rule speaks of the activity.</summary>
    private Reason Undecided(Condition condition, int activity, byte[] levels)
    {
        if (condition.NoActivities is null && activity == Judge.NoActivity)
        {
            return new Reason(condition.Key, "It is not known which activity this is.", theRecord);
        }

        return condition.NoActivities is null && Judge.IsUnknown(activity, levels)
            ? new Reason(condition.Key, "This is not exercise; the rules say nothing of it.", theRecord)
            : new Reason(condition.Key, condition.Otherwise.Because, condition.Otherwise.Source);
    }

    private void AddAudience(ConditionSet conditions, int activity, byte[] levels, List<(Verdict, Reason)> reasons, List<Reason> cautions, ref bool byReferral)
    {
        if (activity != Judge.NoActivity && book.Audiences[levels[Facets.Audience.Index]] is { } audience)
        {
            byReferral |= audience.ByReferral;
            if (audience.Asks is { } asks)
            {
                cautions.Add(new Reason(null, asks.Text, asks.Source));
            }
        }

        if (judge.ClosedTo(conditions, activity, levels) is { } closed)
        {
            reasons.Add((Verdict.AskFirst, new Reason(null, closed.Because.Text, closed.Because.Source)));
        }
    }

    /// <summary>A record of several activities: what is said of the one that needs most care, for each condition.</summary>
    private static IEnumerable<Reason> MostCautiousOfEach(List<(Verdict Verdict, Reason Reason)> reasons)
    {
        var highest = reasons.GroupBy(said => said.Reason.Condition ?? "").ToDictionary(group => group.Key, group => group.Max(said => said.Verdict.Caution()));
        return reasons
            .Where(said => said.Verdict.Caution() == highest[said.Reason.Condition ?? ""])
            .OrderByDescending(said => said.Verdict.Caution())
            .ThenBy(said => said.Reason.Condition, StringComparer.Ordinal)
            .Select(said => said.Reason)
            .DistinctBy(reason => (reason.Condition, reason.Text, reason.Source.Key));
    }

    private IEnumerable<Reason> SaidByTheRecord(RecordKey record, ConditionSet conditions) =>
        book.Words.Where(word => (record.Words & word.Bit) != 0 && (word.For == 0 || (word.For & conditions.Bits) != 0))
            .Select(word => new Reason(null, word.Because, word.Source));
}
