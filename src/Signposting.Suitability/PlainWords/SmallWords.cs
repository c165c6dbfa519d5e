using System.Collections.Frozen;

namespace Signposting.Suitability.PlainWords;

/// <summary>Words that say nothing of a condition, and those that take it back.</summary>
internal static class SmallWords
{
    private static readonly FrozenSet<string> Fillers = Set("""
        a about activities activity ago also am an and any are as at bad badly been bit but by chronic class classes client
        could dad diagnosed diagnosis do early exercise exercises father feel feeling feels find for from get gets getting
        girl good got had has have having he help her hers hes him his history husband i id im in into is it its ive just
        lady left like little living looking lot man many me mild moderate more most mother mum my need needs new newly now
        of old on or our over partner patient people person plus poor problem problems quite really recent recently right
        severe she shes since slight slightly so some somebody someone something stage still suffer suffering suffers than
        that the their them there they theyre this to too trouble very was we weeks were what which who wife with woman
        worse year years you your both
        """);

    private static readonly FrozenSet<string> Negators = Set("no not never without isnt doesnt dont hasnt havent didnt wasnt arent nor non");

    /// <summary>After these something new is said: "no asthma but diabetes".</summary>
    private static readonly FrozenSet<string> Turns = Set("and but has with plus also");

    internal static bool IsFiller(string word) => Fillers.Contains(word) || word.All(char.IsAsciiDigit);

    internal static bool IsNegator(string word) => Negators.Contains(word);

    internal static bool IsTurn(string word) => Turns.Contains(word);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
