using System.Collections.Frozen;

namespace OpenActive.Vocabulary;

/// <summary>The words around an activity that say what to make of it; squeezed, as <see cref="WordText"/> has them.</summary>
internal static class ContextWords
{
    /// <summary>Negate the next word.</summary>
    internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DirectNegators = Set("no non than nor");

    /// <summary>Negate what follows within a few words.</summary>
    internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Negators =
        Set("not never without excluding excludes except isnt arent dont doesnt cannot cant unsuitable unlike instead");

    /// <summary>"Not just yoga" is yoga.</summary>
    internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotExclusive = Set("just only sure merely simply forgetting");

    internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Joiners = Set("or and nor");

    internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prepositions =
        Set("at in on for with near from by to and or of the then plus inc including");

    /// <summary>What stands before a place.</summary>
    internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Where = Set("at in near opposite behind");

    internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Venues = Set(
        "hall street road rd avenue crescent terrace square arms inn pub church chapel surgery library car cafe bar quiz meeting function shop store office clinic museum cinema "
        + "theatre bridge station pavilion boot photography band coffee bingo talk lecture revision gcse exam");

    /// <summary>"Badminton Sports Hall 2" is badminton in a hall.</summary>
    internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlainHalls = Set("sports sport main small large big upper lower games old new");

    /// <summary>Behind an ordinary word they make a class of it: "Tap class".</summary>
    internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Classes =
        Set("dance dancing dancefit fitness fit class classes lesson lessons workout training aerobics exercise exercises technique");

    /// <summary>The same before it: "Les Mills Core", "dance: jazz".</summary>
    internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ClassesBefore = Set("mills");

    /// <summary>Say how, when and for whom, but not what.</summary>
    internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Neutral = Set(
        "a an the and or for with of to by in new our your les mills lesmills "
        + "adult adults junior juniors kid kids child children childrens teen teens youth young toddler toddlers baby family families parent parents senior seniors "
        + "ladies lady women womens woman men mens girls boys mixed ladys gents only friendly inclusive all ages age aged abilities ability "
        + "over under plus s yrs yr years year old olds "
        + "beginner beginners improver improvers intermediate intermediates advanced level levels stage grade grades open basics basic intro introduction introductory absolute "
        + "class classes session sessions lesson lessons course courses workshop club group taster tasters express live virtual online zoom express drop dropin weekly term "
        + "gentle easy low high impact intensity intense slow fast power mega ultimate total advanced social fun casual general public recreational "
        + "am pm min mins minute minutes hr hrs hour hours morning mornings afternoon lunchtime early bird daytime weekday weekend "
        + "monday mondays mon tuesday tuesdays tue tues wednesday wednesdays wed thursday thursdays thu thur thurs friday fridays fri saturday saturdays sat sunday sundays sun "
        + "studio room court pitch wk week block free member members non");

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
