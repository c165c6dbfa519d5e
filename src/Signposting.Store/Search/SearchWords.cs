using System.Text;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>
/// The words of <c>q</c>, found by one law on both engines: letters and digits without accents or case, each word a whole word of the record
/// or the beginning of one. A signature beside the spatial index says of most records that they cannot match, without reading them
/// (<see cref="WordSignature"/>).
/// </summary>
public sealed class SearchWords
{
    /// <summary>No letters: the end of a word, and what stands inside one without being a part of it.</summary>
    internal const char Ends = ' ';
    internal const char Nothing = '\'';

    /// <summary>The letters for U+00C0 to U+017F.</summary>
    private const string Latin =
        "AAAAAAACEEEEIIIIDNOOOOO×OUUUUYÞsaaaaaaaceeeeiiiidnooooo÷ouuuuyþyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg" +
        "GgGgHhHhIiIiIiIiIiĲĳJjKkĸLlLlLlĿŀLlNnNnNnŉŊŋOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    /// <summary>The forms of what nearly all texts are written in.</summary>
    private static readonly char[] Common = [.. Enumerable.Range(0, 'ſ' + 1).Select(c => FormOf((char)c))];

    private readonly string[] _words;

    private SearchWords(string[] words) => _words = words;

    /// <summary>The words, as they are compared.</summary>
    public IReadOnlyList<string> All => _words;

    /// <returns>Null when the text holds no word.</returns>
    public static SearchWords? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Split(text).Distinct(StringComparer.Ordinal).ToArray();
        return words.Length == 0 ? null : new SearchWords(words);
    }

    internal bool MayBeIn(byte[] signature) =>
        Array.TrueForAll(_words, word => WordSignature.PlacesOf(word).All(place => (signature[place >> 3] & (1 << (place & 7))) != 0));

    internal bool AreIn(Description description)
    {
        var texts = TextsOf(description).SelectMany(Split).ToHashSet(StringComparer.Ordinal);
        return Array.TrueForAll(_words, word => texts.Contains(word) || texts.Any(text => text.StartsWith(word, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> TextsOf(Description description)
    {
        foreach (var text in (string?[])[description.Name, description.Text, description.Organizer?.Name, description.Place?.Name])
        {
            if (text is not null)
                yield return text;
        }

        foreach (var activity in description.Activities ?? [])
            yield return activity.Label;
    }

    /// <summary>The words of a text in plain form, one blank between them: what differs in case, accents and signs only is the same.</summary>
    internal static string Plain(string text)
    {
        // As Split: names of all records that are harvested come by here.
        var plain = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var (length, isBetween) = (0, false);
        foreach (var c in text)
        {
            var form = c < Common.Length ? Common[c] : FormOf(c);
            if (form == Ends)
            {
                isBetween = length > 0;
            }
            else if (form != Nothing)
            {
                if (isBetween)
                    plain[length++] = ' ';
                plain[length++] = form;
                isBetween = false;
            }
        }

        return new string(plain[..length]);
    }

    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (IsPart(c))
                word.Append(Plain(c));
            else if (EndsWord(c) && word.Length > 0)
                yield return Take(word);
        }

        if (word.Length > 0)
            yield return Take(word);
    }

    private static string Take(StringBuilder word)
    {
        var text = word.ToString();
        word.Clear();
        return text;
    }

    /// <summary>What a sign is to words: its plain letter, <see cref="Ends"/> or <see cref="Nothing"/>.</summary>
    internal static char FormOf(char c) => IsPart(c) ? Plain(c) : EndsWord(c) ? Ends : Nothing;

    private static bool IsPart(char c) => char.IsLetterOrDigit(c);

    /// <summary>"Women's" is one word, and a loose accent belongs to the letter before it.</summary>
    private static bool EndsWord(char c) => c is not ('\'' or '’' or (>= '\u0300' and <= '\u036f'));

    /// <summary>Lower case, Latin letters without their accents. A table, since the runtime is set to know no cultures.</summary>
    private static char Plain(char c) => char.ToLowerInvariant(c is >= 'À' and <= 'ſ' ? Latin[c - 'À'] : c);
}
