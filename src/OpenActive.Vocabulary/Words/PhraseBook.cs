using System.Collections.Frozen;

namespace OpenActive.Vocabulary;

/// <summary>Where a phrase is evidence of its activities; <c>words.csv</c> says what each means.</summary>
internal enum PhraseRule
{
    Plain,
    Name,
    Weak,
    Otherwise,
    Mask,
}

/// <summary>Words that stand for activities.</summary>
/// <param name="Concepts">What they stand for; none for a mask.</param>
/// <param name="Rule">Where they do.</param>
/// <param name="IsAmbiguous">Only one of the concepts is meant.</param>
internal sealed record Phrase(Concept[] Concepts, PhraseRule Rule, bool IsAmbiguous = false);

/// <summary>A phrase where it stands in a text: its first and its last word.</summary>
internal readonly record struct Match(int First, int Last, Phrase Phrase);

/// <summary>
/// All phrases that are looked for, by their squeezed letters. Built once for each list; a text is scanned with one look-up
/// for each run of words that is not longer than the longest phrase.
/// </summary>
internal sealed class PhraseBook
{
    /// <summary>The longest label in the published list has 32 characters.</summary>
    private const int LongestPhrase = 60;

    private const int MostWords = 10;

    private readonly FrozenDictionary<string, Phrase>.AlternateLookup<ReadOnlySpan<char>> _phrases;

    internal PhraseBook(ActivityList list)
    {
        var phrases = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        AddLabels(phrases, list.All);
        foreach (var concept in list.All)
        {
            AddVariants(phrases, concept);
        }

        foreach (var row in TimetableWords.Rows)
        {
            Add(phrases, row, list);
        }

        _phrases = phrases.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The phrases of a text from left to right, the longest where several begin; none overlap.</summary>
    internal List<Match> Scan(WordText text)
    {
        var matches = new List<Match>();
        for (var first = 0; first < text.Words.Count;)
        {
            var match = LongestAt(text, first);
            if (match is { } found)
            {
                matches.Add(found);
            }

            first = (match?.Last ?? first) + 1;
        }

        return matches;
    }

    private Match? LongestAt(WordText text, int first)
    {
        Match? longest = null;
        var end = Math.Min(text.Words.Count, first + MostWords);
        for (var last = first; last < end && (last == first || !text.Words[last].StartsPhrase); last++)
        {
            var letters = text.Between(first, last);
            if (letters.Length > LongestPhrase)
            {
                break;
            }

            if (_phrases.TryGetValue(letters, out var phrase))
            {
                longest = new Match(first, last, phrase);
            }
        }

        return longest;
    }

    private static void AddLabels(Dictionary<string, Phrase> phrases, IEnumerable<Concept> concepts)
    {
        var labels = concepts.SelectMany(concept => LabelVariants.Labels(concept), (concept, label) => (concept, Key: LabelVariants.Key(label)));
        foreach (var same in labels.Where(label => label.Key.Length is > 1 and <= LongestPhrase).GroupBy(label => label.Key, label => label.concept))
        {
            Concept[] meant = [.. same.Distinct()];
            phrases[same.Key] = new Phrase(meant, PhraseRule.Plain, meant.Length > 1);
        }
    }

    private static void AddVariants(Dictionary<string, Phrase> phrases, Concept concept)
    {
        foreach (var variant in LabelVariants.Of(concept).Where(key => key.Length is > 2 and <= LongestPhrase))
        {
            phrases.TryAdd(variant, new Phrase([concept], PhraseRule.Plain));
        }
    }

    private static void Add(Dictionary<string, Phrase> phrases, TimetableWords.Row row, ActivityList list)
    {
        var key = LabelVariants.Key(row.Phrase);
        if (row.Labels.Length == 0)
        {
            SetRule(phrases, key, row.Rule);
            return;
        }

        var concepts = row.Labels.Select(label => list.TryGet(label, out var concept) ? concept : null).OfType<Concept>().ToArray();
        if (concepts.Length == row.Labels.Length)
        {
            phrases[key] = new Phrase(concepts, row.Rule);
        }
    }

    /// <summary>A rule for the list's own label holds for its plural too.</summary>
    private static void SetRule(Dictionary<string, Phrase> phrases, string key, PhraseRule rule)
    {
        if (rule == PhraseRule.Mask)
        {
            phrases[key] = new Phrase([], rule);
            return;
        }

        foreach (var form in (ReadOnlySpan<string>)[key, key + "s", key + "es"])
        {
            if (phrases.TryGetValue(form, out var phrase))
            {
                phrases[form] = phrase with { Rule = rule };
            }
        }
    }
}
