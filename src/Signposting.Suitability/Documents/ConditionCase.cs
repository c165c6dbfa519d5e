using Signposting.Suitability.Conditions;
using Signposting.Suitability.Sources;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Documents;

/// <summary>What the rules say of activities for one condition alone, for a page that a person reads.</summary>
public sealed record ConditionCase
{
    /// <summary>Labels of recommended activities, each the broadest that is recommended as a whole or in part: "Yoga", and not its fifteen kinds.</summary>
    public required IReadOnlyList<string> Recommended { get; init; }

    /// <summary>Why they are.</summary>
    public required IReadOnlyList<Statement> RecommendedBecause { get; init; }

    /// <summary>What holds of everything else; null where no activities are shown at all.</summary>
    public required Statement? Otherwise { get; init; }

    /// <summary>The verdict of everything else.</summary>
    public required Verdict OtherwiseVerdict { get; init; }

    /// <summary>Where a question has to be answered first.</summary>
    public required IReadOnlyList<Statement> AskFirst { get; init; }

    /// <summary>What is not advised.</summary>
    public required IReadOnlyList<Statement> NotAdvised { get; init; }

    /// <summary>The case of one condition.</summary>
    public static ConditionCase Of(Rules rules, Condition condition)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(condition);
        var silent = condition.NoActivities is not null;
        return new ConditionCase
        {
            Recommended = silent ? [] : RecommendedOf(rules, condition),
            RecommendedBecause = StatementsOf(condition, Verdict.Recommended),
            Otherwise = silent ? null : new Statement(condition.Otherwise.Because, condition.Otherwise.Source),
            OtherwiseVerdict = silent ? Verdict.NotAdvised : condition.Otherwise.Verdict ?? Verdict.Unknown,
            AskFirst = StatementsOf(condition, Verdict.AskFirst),
            NotAdvised = StatementsOf(condition, Verdict.NotAdvised),
        };
    }

    // Where the concept above is recommended too, it speaks for those below it.
    private static IReadOnlyList<string> RecommendedOf(Rules rules, Condition condition)
    {
        var recommended = rules.ActivitySets(new ConditionSet([new AskedCondition(condition, null)]))[Verdict.Recommended];
        return [.. rules.Profiles.Activities.Where(activity => recommended.Contains(activity.Id) && !activity.Broader.Any(recommended.Contains)).Select(activity => activity.PrefLabel)];
    }

    private static IReadOnlyList<Statement> StatementsOf(Condition condition, Verdict verdict) =>
        condition.NoActivities is not null ? [] : [.. condition.Rules.Where(rule => rule.Verdict == verdict).DistinctBy(rule => rule.Because).Select(rule => new Statement(rule.Because, rule.Source))];
}
