using System.Text.RegularExpressions;
using Signposting.Api.Conditions;
using Signposting.Suitability.PlainWords;

namespace Signposting.Api.SearchPage.Searching;

/// <summary>From words that were typed about a person to conditions to confirm, filters to tick, and what was not understood.</summary>
internal sealed partial class ReadWords(ClinicalRules clinical)
{
    /// <summary>Characters that are read; the field takes no more.</summary>
    public const int MostCharacters = 500;

    private const int MostNotUnderstood = 6;

    /// <param name="text">As typed.</param>
    /// <param name="chosen">Keys of conditions that are chosen already: they are not offered.</param>
    /// <param name="plain">Keys of the conditions that the words leave no doubt about; those that stand there by their own name are not offered, too.</param>
    public TypedWords Read(string text, IReadOnlyList<string> chosen, out IReadOnlyList<string> plain)
    {
        var (sure, offered, named, takenBack) = (new List<string>(), new List<string>(), new List<string>(), new List<string>());
        var (hints, left) = (new List<WordHint>(), new List<WordsNotUnderstood>());
        foreach (var typed in Parts(text))
        {
            hints.AddRange(WordHints.In(typed, out var rest));
            foreach (var part in Parts(rest))
                ReadPart(part);
        }

        plain = [.. sure.Distinct(StringComparer.Ordinal)];
        return new TypedWords
        {
            Text = text,
            Offered = [.. offered.Except(chosen).Except(named).Distinct(StringComparer.Ordinal)],
            NotUnderstood = [.. left.DistinctBy(one => one.Text).Take(MostNotUnderstood)],
            TakenBack = [.. takenBack.Distinct(StringComparer.Ordinal)],
            Hints = [.. hints.DistinctBy(hint => hint.Value ?? hint.Text)],
        };

        void ReadPart(string part)
        {
            if (clinical.Rules.Conditions.All.FirstOrDefault(condition => condition.Name.Equals(part, StringComparison.OrdinalIgnoreCase)) is { } itself)
            {
                named.Add(itself.Key);
                sure.Add(itself.Key);
                return;
            }

            var reading = clinical.Rules.Conditions.Words.Read(part);
            offered.AddRange(reading.Matches.Select(match => match.Condition.Key));
            // Ticked beforehand only where the words leave no doubt: no other condition shares them.
            sure.AddRange(reading.Matches.Where(match => match.Likeness == Likeness.Same && reading.Matches.Count(other => other.Words == match.Words) == 1).Select(match => match.Condition.Key));
            takenBack.AddRange(reading.TakenBack.Select(match => match.Condition.Name));
            var isWhole = reading.Matches.Count == 0 && reading.TakenBack.Count == 0 && reading.Left.Count > 0;
            left.AddRange((isWhole ? [part] : reading.Left).Select(words => new WordsNotUnderstood(words, [.. clinical.Rules.Conditions.Words.Near(words).Select(condition => condition.Key)])));
        }
    }

    /// <summary>Between commas and ends of sentences; in pieces that are read to their end.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        foreach (var part in Ends().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            var rest = part;
            while (rest.Length > ConditionWords.MaxLength)
            {
                var blank = rest.LastIndexOf(' ', ConditionWords.MaxLength - 1);
                var cut = blank > 0 ? blank : ConditionWords.MaxLength;
                yield return rest[..cut];
                rest = rest[cut..].TrimStart();
            }

            if (rest.Length > 0)
                yield return rest;
        }
    }

    [GeneratedRegex(@"[,;\r\n]|[.!?](?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();
}
