using System.Text.RegularExpressions;

namespace OpenActive.Vocabulary;

/// <summary>
/// Reads from a class name whom the class is for. Knows no clinical word. Names only: in a description
/// "women" or "free" say too many other things.
/// </summary>
public static partial class AudienceWords
{
    private const int NameLength = 300;

    /// <summary>What the name says; all null when it says nothing.</summary>
    public static AudienceFacts In(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = (name.Length > NameLength ? name[..NameLength] : name).Replace('’', '\'').Replace('‘', '\'');
        var facts = new AudienceFacts
        {
            Gender = GenderIn(text),
            Ages = AgeWords.In(text),
            Levels = LevelsIn(text),
            Free = FreeIn(text),
            Online = WordsOf(Online().Match(text)),
            Virtual = WordsOf(Virtual().Match(text)),
        };
        return facts == AudienceFacts.None ? AudienceFacts.None : facts;
    }

    private static Said<AudienceGender>? GenderIn(string text)
    {
        var female = Female().Match(text);
        var male = Male().Match(text);
        if (female.Success == male.Success || Mixed().IsMatch(text))
            return null;
        return female.Success ? new(AudienceGender.Female, female.Value) : new(AudienceGender.Male, male.Value);
    }

    private static Said<IReadOnlyList<string>>? LevelsIn(string text)
    {
        var found = Level().Matches(text);
        if (found.Count == 0 || EveryLevel().IsMatch(text))
            return null;
        string[] levels = [.. found.Select(match => match.Groups["beginner"].Success ? "Beginner" : match.Groups["intermediate"].Success ? "Intermediate" : "Advanced").Distinct()];
        return new(levels, string.Join(", ", found.Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase)));
    }

    private static string? FreeIn(string text) => FreeForSome().IsMatch(text) ? null : WordsOf(Free().Match(text));

    private static string? WordsOf(System.Text.RegularExpressions.Match match) => match.Success ? match.Value.Trim(' ', '(', ')', '-', '–', ':', '|') : null;

    [GeneratedRegex("""(?<!\b(?:not|non)[ -](?:(?:just|only|exclusively) )?(?:for )?)\b(?:ladies'?|lady's|wom[ae]n(?:'?s'?)?|females?|girls'?)(?: ?-? ?only)?\b(?!'?s?'?[ -](?:institute|school|grammar|high|college|club|brigade|friendly|led|instructor|coach|changing))""", RegexOptions.IgnoreCase)]
    private static partial Regex Female();

    [GeneratedRegex("""(?<!\b(?:not|non)[ -](?:(?:just|only|exclusively) )?(?:for )?)\b(?:gents'?|gentlemen(?:'s)?|men(?:'?s'?)?|males?|boys'?)(?: ?-? ?only)?\b(?!'?s?'?[ -](?:school|grammar|high|college|club|brigade|friendly|led|instructor|coach|changing|in sheds))""", RegexOptions.IgnoreCase)]
    private static partial Regex Male();

    [GeneratedRegex("""\b(?:mixed|all genders|everyone|everybody)\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Mixed();

    [GeneratedRegex("""(?<!\b(?:no|not|non|post|beyond|not for|not suitable for|unsuitable for)[ -])\b(?:(?<beginner>(?:absolute |complete )?beginners?'?)|(?<intermediate>intermediates?)|(?<advanced>advanced)(?! (?:booking|payment|notice|life|driv)))(?![\w+])""", RegexOptions.IgnoreCase)]
    private static partial Regex Level();

    [GeneratedRegex("""\b(?:all|any|every|mixed)[ -](?:levels?|abilit(?:y|ies))\b|\bbeginners? (?:to|-|–|through to) advanced\b|\bbeginners? welcome\b""", RegexOptions.IgnoreCase)]
    private static partial Regex EveryLevel();

    [GeneratedRegex("""\bfree of charge\b|\bfor free\b|\bfree (?:sessions?|class(?:es)?|entry|activit(?:y|ies)|events?|swim(?:s|ming)?|lessons?|(?:health |wellbeing |guided )?walks?)\b|[(]free[)!]|[-–:|] ?free ?(?:$|[-–:|!(])|^free(?![-\w]| (?:weights?|runn|style|form|flow|kick|range|play|jump|div|motion|movement|trial|taster|parking|from|flight|spirit|to\b|for\b))""", RegexOptions.IgnoreCase)]
    private static partial Regex Free();

    /// <summary>Free the first time, or for those who are members: not free.</summary>
    [GeneratedRegex("""\b(?:first|1st|trial|taster|members?|carers?|under|u\d+|kids|children)\b[^()]*\bfree\b|\bfree\b(?: \w+)? (?:trial|taster|if|with|to members|for (?:members|carers|under|kids|children|residents))""", RegexOptions.IgnoreCase)]
    private static partial Regex FreeForSome();

    [GeneratedRegex("""(?<!\bbook(?:ing)? )\b(?:online(?! (?:booking|only booking|payment))|(?:via |on )?zoom(?! in)|live[ -]?stream(?:ed|ing)?)\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Online();

    [GeneratedRegex("""\bvirtual\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Virtual();
}
