namespace Signposting.Suitability.Conditions;

/// <summary>Conditions that somebody may have meant by a key that is none.</summary>
internal static class ConditionSuggestions
{
    private const int Most = 3;

    internal static IEnumerable<Condition> For(string text, IReadOnlyList<Condition> conditions)
    {
        var words = Words(text);
        return conditions
            .Select(condition => (condition, shared: Words(condition.Key).Concat(Words(condition.Name)).Distinct().Count(words.Contains)))
            .Where(pair => pair.shared > 0)
            .OrderByDescending(pair => pair.shared)
            .ThenBy(pair => pair.condition.Key, StringComparer.Ordinal)
            .Take(Most)
            .Select(pair => pair.condition);
    }

    /// <summary>Short words (of, or, 2) tell nothing.</summary>
    private static string[] Words(string text) =>
        [.. text[..Math.Min(text.Length, 100)].ToLowerInvariant().Split([' ', '-', '_', '/', '\'', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2)];
}
