namespace Signposting.Suitability.Documents;

/// <summary>Everything that is generated from the rules for a clinician to review.</summary>
public static class ClinicalDocuments
{
    /// <summary>Paths below <c>docs/clinical/</c>, and texts with line feeds.</summary>
    public static IEnumerable<(string Path, string Text)> Of(Rules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        yield return ("verdicts.csv", VerdictTable.Of(rules));
        yield return ("profiles.csv", ProfileTable.Of(rules));
        yield return ("conditions.md", ConditionPages.Index(rules));
        foreach (var condition in rules.Book.Conditions)
        {
            yield return ($"conditions/{condition.Key}.md", ConditionPages.Page(rules, condition));
        }
    }
}
