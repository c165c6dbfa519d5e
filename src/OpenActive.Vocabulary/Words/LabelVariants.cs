namespace OpenActive.Vocabulary;

/// <summary>The forms in which the labels of a concept are looked for.</summary>
internal static class LabelVariants
{
    private const int ShortestSingular = 5;

    /// <summary>Last words of labels that timetables exchange: "Line Dancing" is also "Line Dance". Only of labels of several words.</summary>
    private static readonly (string Word, string[] Others)[] LastWords =
    [
        ("dancing", ["dance", "dances"]),
        ("dance", ["dancing"]),
        ("walking", ["walk", "walks"]),
        ("swimming", ["swim", "swims"]),
        ("running", ["run", "runs"]),
        ("cycling", ["cycle"]),
        ("biking", ["bike"]),
        ("climbing", ["climb"]),
        ("skating", ["skate"]),
        ("fitness", ["fit"]),
        ("fit", ["fitness"]),
        ("paddleboarding", ["paddleboard"]),
    ];

    /// <summary>prefLabel and altLabels, as published.</summary>
    internal static IEnumerable<string> Labels(Concept concept) => concept.AltLabels.Prepend(concept.PrefLabel);

    /// <summary>The squeezed letters of a label.</summary>
    internal static string Key(string label) => new WordText(label).Squeezed;

    /// <summary>Keys of plurals, singulars and exchanged last words.</summary>
    internal static IEnumerable<string> Of(Concept concept)
    {
        foreach (var label in Labels(concept))
        {
            var text = new WordText(label);
            if (text.Words.Count == 0)
            {
                continue;
            }

            yield return OtherNumber(text.Squeezed);
            if (text.Words.Count == 1)
            {
                continue;
            }

            var last = text.Words.Count - 1;
            foreach (var (_, others) in LastWords.Where(pair => text[last].SequenceEqual(pair.Word)))
            {
                foreach (var other in others)
                {
                    yield return string.Concat(text.Between(0, last - 1), other);
                }
            }
        }
    }

    /// <summary>"Kettlebell" of "Kettlebells" and the other way; "Athletics" and "Tennis" have no singular.</summary>
    private static string OtherNumber(string key)
    {
        if (!key.EndsWith('s'))
        {
            return key + "s";
        }

        var isSingular = key.EndsWith("ss", StringComparison.Ordinal) || key.EndsWith("ics", StringComparison.Ordinal)
            || key.EndsWith("is", StringComparison.Ordinal) || key.EndsWith("us", StringComparison.Ordinal);
        return isSingular || key.Length <= ShortestSingular ? key : key[..^1];
    }
}
