using Signposting.Suitability.Conditions;

namespace Signposting.Suitability.PlainWords;

/// <summary>
/// Finds conditions by the words that patients and link workers use: "high blood pressure", "bad knee", "puffed out". What
/// it finds is an offer to choose from and never an answer: words are no diagnosis, and "diabetes" is three conditions.
/// Nothing of the text is kept.
/// </summary>
public sealed class ConditionWords
{
    /// <summary>Characters of a text that are read.</summary>
    public const int MaxLength = 200;

    /// <summary>Conditions that are offered at most.</summary>
    public const int Most = 10;

    private const int ShortestBeginning = 3;

    /// <summary>Conditions that are named as near at most.</summary>
    private const int MostNear = 4;

    /// <summary>Letters of a word that says something by itself.</summary>
    private const int ShortestThatTells = 4;

    private readonly Phrase[] _phrases;
    private readonly Dictionary<string, string[][]> _not;

    /// <param name="conditions">Those that may be offered.</param>
    internal ConditionWords(IReadOnlyList<Condition> conditions)
    {
        _phrases = [.. conditions.SelectMany(Phrase.Of)];
        _not = conditions.ToDictionary(condition => condition.Key, condition => condition.NotWords.Select(Phrase.WordsOf).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>
    /// Conditions that a text may mean, likeliest first, each once. Empty where it means none ("knee pads"), and where it
    /// takes the condition back ("no diabetes").
    /// </summary>
    public IReadOnlyList<ConditionMatch> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Phrase.WordsOf(text[..Math.Min(text.Length, MaxLength)]);
        var hits = Hits(words);
        return hits.Count == 0 ? Beginnings(words) : MatchesOf(hits.Where(hit => !IsTakenBack(words, hits, hit)));
    }

    /// <summary>As <see cref="Find"/>, with what the text takes back and what it says besides.</summary>
    public WordsReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Phrase.WordsOf(text[..Math.Min(text.Length, MaxLength)]);
        var hits = Hits(words);
        if (hits.Count == 0 && Beginnings(words) is { Length: > 0 } begun)
        {
            return new WordsReading(begun, [], []);
        }

        var takenBack = hits.ToLookup(hit => IsTakenBack(words, hits, hit));
        return new WordsReading(MatchesOf(takenBack[false]), MatchesOf(takenBack[true]), [.. Left(words, hits)]);
    }

    /// <summary>Conditions whose words share one with a text that means none of them: "a chest infection" has the chest of a wheezy chest.</summary>
    public IReadOnlyList<Condition> Near(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Phrase.WordsOf(text[..Math.Min(text.Length, MaxLength)]).Where(SaysSomething).ToArray();
        return
        [
            .. _phrases.Select(phrase => (phrase, shared: words.Count(word => phrase.Words.Any(own => SaysSomething(own) && Spelling.Compare(word, own) is not null))))
                .Where(pair => pair.shared > 0)
                .OrderByDescending(pair => pair.shared)
                .ThenBy(pair => pair.phrase.Words.Length)
                .ThenBy(pair => pair.phrase.Condition.Index)
                .DistinctBy(pair => pair.phrase.Condition.Key)
                .Take(MostNear)
                .Select(pair => pair.phrase.Condition),
        ];

        static bool SaysSomething(string word) => word.Length >= ShortestThatTells && !SmallWords.IsFiller(word) && !SmallWords.IsNegator(word);
    }

    private static ConditionMatch[] MatchesOf(IEnumerable<Hit> hits) =>
    [
        .. hits.OrderBy(hit => hit.Likeness)
            .ThenBy(hit => hit.Start)
            .ThenBy(hit => hit.Phrase.Place)
            .ThenBy(hit => hit.Phrase.Condition.Index)
            .DistinctBy(hit => hit.Phrase.Condition.Key)
            .Take(Most)
            .Select(hit => new ConditionMatch(hit.Phrase.Condition, hit.Phrase.Text, hit.Likeness)),
    ];

    /// <summary>Runs of words that are in no hit, without the small words around them; a "no" stays before what it denies.</summary>
    private static IEnumerable<string> Left(string[] words, List<Hit> hits)
    {
        for (var start = 0; start < words.Length; start++)
        {
            var end = start;
            while (end < words.Length && !hits.Exists(hit => hit.Start <= end && end < hit.End))
            {
                end++;
            }

            var run = words.AsSpan(start..end);
            while (run.Length > 0 && SmallWords.IsFiller(run[0]))
            {
                run = run[1..];
            }

            while (run.Length > 0 && (SmallWords.IsFiller(run[^1]) || SmallWords.IsNegator(run[^1])))
            {
                run = run[..^1];
            }

            if (run.Length > 0)
            {
                yield return string.Join(' ', run.ToArray());
            }

            start = end;
        }
    }

    /// <summary>All hits when they cover the text; otherwise only those that stand beside anything else.</summary>
    private List<Hit> Hits(string[] words)
    {
        Hit[] all = [.. AllHits(words)];
        var longest = Longest(all);
        return IsCovered(words, longest) ? longest : Longest([.. all.Where(hit => !hit.NeedsTheWholeText)]);
    }

    private IEnumerable<Hit> AllHits(string[] words)
    {
        for (var start = 0; start < words.Length; start++)
        {
            foreach (var phrase in _phrases)
            {
                if (phrase.At(words, start) is { } hit && !MeansSomethingElse(words, hit))
                {
                    yield return hit;
                }
            }
        }
    }

    private bool MeansSomethingElse(string[] words, Hit hit)
    {
        foreach (var not in _not[hit.Phrase.Condition.Key])
        {
            for (var at = Math.Max(0, hit.Start - not.Length + 1); at < hit.End && at + not.Length <= words.Length; at++)
            {
                if (words.AsSpan(at, not.Length).SequenceEqual(not))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"Type 2 diabetes" says more than the "diabetes" in it; several conditions may share the same words.</summary>
    private static List<Hit> Longest(Hit[] hits)
    {
        var kept = new List<Hit>();
        foreach (var hit in hits.OrderByDescending(hit => hit.Phrase.Words.Length).ThenBy(hit => hit.Likeness).ThenBy(hit => hit.Start))
        {
            if (kept.TrueForAll(other => !hit.Overlaps(other) || Equals((hit.Start, hit.End, hit.Likeness), (other.Start, other.End, other.Likeness))))
            {
                kept.Add(hit);
            }
        }

        return kept;
    }

    private static bool IsCovered(string[] words, List<Hit> hits) =>
        words.Index().All(word => SmallWords.IsFiller(word.Item) || SmallWords.IsNegator(word.Item) || hits.Exists(hit => hit.Start <= word.Index && word.Index < hit.End));

    /// <summary>"No diabetes or asthma": nothing but small words and other conditions between the "no" and the words.</summary>
    private static bool IsTakenBack(string[] words, List<Hit> hits, Hit hit)
    {
        for (var at = hit.Start - 1; at >= 0; at--)
        {
            var inside = hits.Exists(other => other.Start <= at && at < other.End);
            if (!inside && SmallWords.IsNegator(words[at]))
            {
                return true;
            }

            if (!inside && (SmallWords.IsTurn(words[at]) || !SmallWords.IsFiller(words[at])))
            {
                return false;
            }
        }

        return false;
    }

    private ConditionMatch[] Beginnings(string[] words)
    {
        var text = words.AsSpan();
        while (text.Length > 1 && SmallWords.IsFiller(text[0]))
        {
            text = text[1..];
        }

        if (text.Length == 0 || (text.Length == 1 && (text[0].Length < ShortestBeginning || SmallWords.IsFiller(text[0]))))
        {
            return [];
        }

        var found = new List<Phrase>();
        foreach (var phrase in _phrases)
        {
            if (!phrase.Alone && phrase.BeginsWith(text))
            {
                found.Add(phrase);
            }
        }

        return
        [
            .. found.OrderBy(phrase => phrase.Place)
                .ThenBy(phrase => phrase.Condition.Index)
                .DistinctBy(phrase => phrase.Condition.Key)
                .Take(Most)
                .Select(phrase => new ConditionMatch(phrase.Condition, phrase.Text, Likeness.Beginning)),
        ];
    }
}
