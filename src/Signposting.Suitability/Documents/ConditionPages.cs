using System.Text;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Sources;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Documents;

/// <summary>"Making the case": one page a condition in plain English, as Markdown.</summary>
public static class ConditionPages
{
    private const string Draft = "> **Draft.** No clinician has reviewed this page. It informs a conversation and is no clinical advice.\n";

    /// <summary>The page of one condition.</summary>
    public static string Page(Rules rules, Condition condition)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(condition);
        var text = new StringBuilder($"# {condition.Name}\n\n");
        text.Append(condition.Review.IsReviewed && rules.Review.IsReviewed ? $"> Reviewed by: {condition.Review.Role}, {condition.Review.Date:yyyy-MM-dd}.\n" : Draft);
        text.Append($"\n{condition.Summary}\n");
        if (condition.NoActivities is { } message)
        {
            text.Append($"\n## No activities\n\n{message.Text} {Mark(message.Source)}\n");
        }

        AppendStatements(text, "Why activity helps", condition.Why);
        AppendActivities(text, rules, condition);
        AppendList(text, "What to look for", condition.LookFor);
        AppendList(text, "What to ask", condition.Ask);
        AppendStatements(text, "What to watch for", condition.Cautions);
        AppendStatements(text, "When to stop", condition.Stop);
        AppendCodes(text, condition);
        AppendSources(text, condition);
        return text.ToString();
    }

    /// <summary>A list of all pages.</summary>
    internal static string Index(Rules rules)
    {
        var text = new StringBuilder("# Conditions\n\n" + Draft + "\nMade from the rules with `dotnet run --project src/Signposting.Suitability -- write docs/clinical`; do not edit.\n\n");
        text.Append("| condition | key | SNOMED CT codes | recommended |\n|---|---|---|---|\n");
        foreach (var condition in rules.Book.Conditions)
        {
            var recommended = Activities(rules, condition, Verdict.Recommended);
            text.Append($"| [{condition.Name}](conditions/{condition.Key}.md) | `{condition.Key}` | {string.Join(", ", condition.Codes.Select(code => code.Code))} | {string.Join(", ", recommended)} |\n");
        }

        return text.ToString();
    }

    private static void AppendActivities(StringBuilder text, Rules rules, Condition condition)
    {
        if (condition.NoActivities is not null)
        {
            return;
        }

        text.Append("\n## What suits\n\n");
        var recommending = condition.Rules.Where(rule => rule.Verdict == Verdict.Recommended).ToArray();
        var recommended = Activities(rules, condition, Verdict.Recommended);
        text.Append(recommended.Count > 0 ? $"**Recommended:** {string.Join(", ", recommended)}.\n" : "Nothing is recommended by name: no source that was read says enough.\n");
        foreach (var rule in recommending)
        {
            text.Append($"\n- {rule.Because} {Mark(rule.Source)}");
        }

        text.Append(recommending.Length > 0 ? "\n" : "");
        text.Append($"\n**Otherwise {condition.Otherwise.Verdict!.Value.Name()}:** {condition.Otherwise.Because} {Mark(condition.Otherwise.Source)}\n");
        AppendCareful(text, condition, Verdict.AskFirst, "Ask first");
        AppendCareful(text, condition, Verdict.NotAdvised, "Not advised");
        text.Append("\nEvery activity with its verdict: [verdicts.csv](../verdicts.csv).\n");
    }

    private static void AppendCareful(StringBuilder text, Condition condition, Verdict verdict, string title)
    {
        var rules = condition.Rules.Where(rule => rule.Verdict == verdict).DistinctBy(rule => rule.Because).ToArray();
        if (rules.Length == 0)
        {
            return;
        }

        text.Append($"\n**{title}** where this holds:\n\n");
        foreach (var rule in rules)
        {
            text.Append($"- {rule.Because} {Mark(rule.Source)}\n");
        }
    }

    private static IReadOnlyList<string> Activities(Rules rules, Condition condition, Verdict verdict)
    {
        var alone = new ConditionSet([new AskedCondition(condition, null)]);
        return [.. rules.Profiles.Activities.Index().Where(activity => rules.Judge.Of(activity.Index, alone) == verdict).Select(activity => activity.Item.PrefLabel)];
    }

    private static void AppendStatements(StringBuilder text, string title, IReadOnlyList<Statement> statements) =>
        AppendList(text, title, [.. statements.Select(statement => $"{statement.Text} {Mark(statement.Source)}")]);

    private static void AppendList(StringBuilder text, string title, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        text.Append($"\n## {title}\n\n");
        foreach (var item in items)
        {
            text.Append($"- {item}\n");
        }
    }

    private static void AppendCodes(StringBuilder text, Condition condition)
    {
        text.Append("\n## Codes\n\n");
        text.Append(condition.Codes.Count == 0 ? $"No SNOMED CT code: send the key `{condition.Key}`.\n" : $"Key `{condition.Key}`, or one of these SNOMED CT codes. Confidence: A read in an official list, A- in a list built on one, B second-hand.\n\n");
        foreach (var code in condition.Codes)
        {
            text.Append($"- {code.Code} {code.Term} ({code.Confidence})\n");
        }
    }

    private static void AppendSources(StringBuilder text, Condition condition)
    {
        text.Append("\n## Sources\n\n");
        foreach (var source in condition.Sources)
        {
            var year = source.Year is { } number ? $", {number}" : "";
            var title = source.Url is { } url ? $"[{source.Title}]({url})" : source.Title;
            text.Append($"- **{BasisNames.Name(source.Basis)}** {Mark(source)}: {title}{year}. {source.Statement}\n");
        }
    }

    private static string Mark(Source source) => $"`{source.Key}`";
}
