using Signposting.Suitability.Conditions;
using Signposting.Suitability.Records;

namespace Signposting.Suitability.PlainWords;

/// <summary>Words of a condition, ready to be looked for.</summary>
/// <param name="Condition">Whose.</param>
/// <param name="Text">As its file has them.</param>
/// <param name="Place">Their place in the list of the condition: what means it most stands first.</param>
/// <param name="Alone">They count only when the text says nothing else.</param>
internal sealed record Phrase(Condition Condition, string Text, int Place, bool Alone)
{
    internal string[] Words { get; } = WordsOf(Text);

    /// <summary>Its name, its key, the terms of its codes, and what its file adds.</summary>
    internal static IEnumerable<Phrase> Of(Condition condition)
    {
        var named = condition.Codes.Select(code => code.Term).Prepend(condition.Key.Replace('-', ' ')).Prepend(condition.Name);
        var words = condition.Words.Concat(named).DistinctBy(FoldedText.Of).Select((text, place) => new Phrase(condition, text, place, Alone: false));
        return words.Concat(condition.WordsAlone.Select((text, place) => new Phrase(condition, text, condition.Words.Count + place, Alone: true)));
    }

    internal static string[] WordsOf(string text) => FoldedText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Looks for the phrase at a place of a text; words that say nothing may stand between its own.</summary>
    /// <returns>Null: it is not there.</returns>
    internal Hit? At(string[] text, int start)
    {
        var likeness = Likeness.Same;
        var shortest = int.MaxValue;
        var at = start;
        for (var i = 0; i < Words.Length; i++, at++)
        {
            while (i > 0 && at < text.Length && text[at] != Words[i] && SmallWords.IsFiller(text[at]))
            {
                at++;
            }

            if (at >= text.Length || Spelling.Compare(text[at], Words[i]) is not { } found)
            {
                return null;
            }

            if (found == Likeness.Misspelt)
            {
                (likeness, shortest) = (found, Math.Min(shortest, Words[i].Length));
            }
        }

        return new Hit(this, start, at, likeness, shortest);
    }

    /// <summary>Whether a text is the beginning of the phrase: its last word may be unfinished.</summary>
    internal bool BeginsWith(ReadOnlySpan<string> text)
    {
        if (text.Length == 0 || text.Length > Words.Length || !Words[text.Length - 1].StartsWith(text[^1], StringComparison.Ordinal))
        {
            return false;
        }

        return text[..^1].SequenceEqual(Words.AsSpan(0, text.Length - 1));
    }
}

/// <summary>A phrase found in a text, from a word to before another.</summary>
/// <param name="ShortestMisspelt">Letters of the shortest word that was misspelt.</param>
internal sealed record Hit(Phrase Phrase, int Start, int End, Likeness Likeness, int ShortestMisspelt)
{
    /// <summary>So short a word, misspelt, is easily another: it counts only when the text says nothing else.</summary>
    private const int LongEnough = 8;

    internal bool NeedsTheWholeText => Phrase.Alone || ShortestMisspelt < LongEnough;

    internal bool Overlaps(Hit other) => Start < other.End && other.Start < End;
}
