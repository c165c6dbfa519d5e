namespace OpenActive.Vocabulary;

/// <summary>Finds the concepts whose labels are nearest to a text that is no label.</summary>
internal sealed class LabelSuggestions
{
    private const int MaxSuggestions = 50;

    /// <summary>Longer texts are cut: no label that a person means is longer (32 characters at most in the published list).</summary>
    private const int MaxTextLength = 64;

    private readonly (string Key, Concept Concept)[] _labels;

    internal LabelSuggestions(IEnumerable<Concept> concepts) =>
        _labels = [.. concepts.SelectMany(Keys, (concept, key) => (key, concept))];

    internal IReadOnlyList<Concept> For(string text, int max)
    {
        if (max <= 0 || LabelKey.Of(text.Length > MaxTextLength ? text[..MaxTextLength] : text) is not { } wanted)
        {
            return [];
        }

        return
        [
            .. _labels
                .Select(label => (label.Concept, label.Key, Nearness: Nearness.Between(wanted, label.Key)))
                .Where(found => found.Nearness is not null)
                .OrderBy(found => found.Nearness)
                .ThenBy(found => found.Key, StringComparer.Ordinal)
                .Select(found => found.Concept)
                .DistinctBy(concept => concept.Id)
                .Take(Math.Min(max, MaxSuggestions)),
        ];
    }

    private static IEnumerable<string> Keys(Concept concept) =>
        concept.AltLabels.Prepend(concept.PrefLabel).Append(concept.Notation).Select(LabelKey.Of).OfType<string>().Distinct();
}
