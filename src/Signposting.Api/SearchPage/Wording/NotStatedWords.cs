namespace Signposting.Api.SearchPage.Wording;

/// <summary>What a record leaves open, in the words of a link worker. Not stated is not no.</summary>
internal static class NotStatedWords
{
    /// <param name="names">As <c>notStated</c> of an answer has them.</param>
    public static string[] Of(IEnumerable<string> names) => [.. names.Select(Word).Distinct(StringComparer.Ordinal)];

    /// <summary>For a sentence: "cost, step-free access and level"; null when all is stated.</summary>
    public static string? InSentence(IEnumerable<string> names) => Of(names) switch
    {
        [] => null,
        [var one] => one,
        [.. var all, var last] => $"{string.Join(", ", all)} and {last}",
    };

    private static string Word(string name) => name switch
    {
        "price" or "maxPrice" or "free" => "cost",
        "age" => "ages",
        "gender" => "women, men or both",
        "level" => "level",
        "accessibility" => "support for disabled people",
        "wheelchair" => "wheelchair access",
        "coached" => "whether it is led",
        "setting" => "indoors or outdoors",
        "hasSpaces" => "places left",
        "day" or "startAfter" or "startBefore" => "times",
        "organizer" => "who runs it",
        _ => name,
    };
}
