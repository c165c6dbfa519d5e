using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenActive.Vocabulary;

/// <summary>Reads ages from a class name: only numbers that stand for years of age beyond doubt.</summary>
internal static partial class AgeWords
{
    private const int Adult = 18;

    /// <summary>Null when the name says nothing, or two things.</summary>
    internal static Said<(int? Min, int? Max)>? In(string text)
    {
        if (Range().Match(text) is { Success: true } range && Number(range, "from") is var from && Number(range, "to") is var to && from < to)
            return new((from, to), range.Value.Trim());
        var over = Over().Match(text);
        var under = Under().Match(text);
        if (over.Success && under.Success)
            return null;
        if (over.Success)
            return new((Number(over, "age"), null), over.Value.Trim());
        if (under.Success)
            return new((null, Number(under, "age") - 1), under.Value.Trim());
        return Young(text);
    }

    /// <summary>Without these the standard would read "Junior Judo" as 18 and over.</summary>
    private static Said<(int? Min, int? Max)>? Young(string text)
    {
        if (WithGrownUps().IsMatch(text))
            return null;
        var young = Youngsters().Match(text);
        if (!young.Success)
            return null;
        (int? Min, int? Max) ages = young.Groups["teens"].Success ? (13, Adult - 1) : young.Groups["toddlers"].Success ? (null, 4) : (null, Adult - 1);
        return new(ages, young.Value);
    }

    private static int Number(System.Text.RegularExpressions.Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>"8-11 yrs", "ages 5 to 7", "aged 11-16": a range counts only with its unit, since "10-11" is also an hour.</summary>
    [GeneratedRegex("""\b(?:(?:ages?|aged) ?(?<from>\d{1,2}) ?(?:-|–|to) ?(?<to>\d{1,2})|(?<from>\d{1,2}) ?(?:-|–|to) ?(?<to>\d{1,2}) ?(?:yrs?|years?|y\/o|year olds?|yr olds?))\b(?! ?(?:miles?|km|mins?))""", RegexOptions.IgnoreCase)]
    private static partial Regex Range();

    /// <summary>"Over 50s", "50+", "60 plus", "55 and over", "18+ yrs"; without an s only ages that nobody counts otherwise.</summary>
    [GeneratedRegex("""\bover[ -]?(?:the )?(?<age>[1-9]\d)(?:'?s\b|'?s'|\+| ?(?:yrs?|years?)\b)|\bover[ -](?:the )?(?<age>[4-8][05])(?![\d.]|[ -]?(?:min|m\b|km|mile|class|session|peo|week|%))|(?<![\d.:£])\b(?<age>16|18|21|40|45|50|55|60|65|70|75|80)(?:'?s)?(?: ?\+| plus\b| and over\b| or over\b| & over\b)(?! ?(?:min|m\b|km|mile|class|session|length|%))""", RegexOptions.IgnoreCase)]
    private static partial Regex Over();

    /// <summary>"Under 16s", "Under 5's", "U11s", "U16".</summary>
    [GeneratedRegex("""\bunder[ -]?(?<age>[2-9]|1\d|2[0-5])(?:'?s\b|'?s'| ?(?:yrs?|years?)\b|(?=$| ?[)\]]))|\bu(?<age>[4-9]|1\d|2[0-3])(?:'?s)?\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Under();

    [GeneratedRegex("""\b(?:(?<teens>teens?|teenagers?)|(?<toddlers>toddlers?|pre-?school(?:ers)?)|juniors?|kids|children(?:'?s)?)\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Youngsters();

    [GeneratedRegex("""\b(?:adults?|parents?|mums?|mothers?|dads?|fathers?|famil(?:y|ies)|carers?|grown-?ups?|all ages|seniors?|bring)\b|\bwith (?:kids|children)\b|\bkids go free\b""", RegexOptions.IgnoreCase)]
    private static partial Regex WithGrownUps();
}
