using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>Of people no more is kept than the name that they are called by.</summary>
internal static class People
{
    private static readonly string[] Titles = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "rev", "coach"];

    /// <summary>The given name of a person, or of the first of several; null when it cannot be told from a family name.</summary>
    internal static string? GivenName(JsonValue value)
    {
        value = value.First();
        var name = value.IsObject() ? value.Get(Property.GivenName, Property.Name) : value;
        return name.Line(NormalisingLimits.Name) is { } text ? FirstWord(text) : null;
    }

    private static string? FirstWord(string name)
    {
        var words = name.Split(' ', 4);
        var isTitled = Titles.Contains(words[0].TrimEnd('.'), StringComparer.OrdinalIgnoreCase);
        if (isTitled && words.Length < 3)
            return null;
        var word = words[isTitled ? 1 : 0].TrimEnd('.');

        // "Smith, Anna" begins with the family name.
        return word.Length is > 0 and <= NormalisingLimits.GivenName && word.All(letter => char.IsLetter(letter) || char.IsSurrogate(letter) || letter is '-' or '\'' or '’')
            ? word
            : null;
    }
}
