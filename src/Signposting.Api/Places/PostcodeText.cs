using System.Text.RegularExpressions;

namespace Signposting.Api.Places;

/// <summary>Reads a postcode as people type it: lower case, with blanks anywhere or nowhere.</summary>
internal static partial class PostcodeText
{
    private const int MostTyped = 20;
    private const int InwardCharacters = 3;

    /// <summary>Null when it does not have the form of a UK postcode.</summary>
    public static AskedPlace? Read(string typed)
    {
        if (typed.Length > MostTyped)
            return null;
        var text = string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        if (Full().IsMatch(text))
            return new AskedPlace.FullPostcode($"{text[..^InwardCharacters]} {text[^InwardCharacters..]}");
        return Outward().IsMatch(text) ? new AskedPlace.OutwardCode(text) : null;
    }

    // The form, not the letters that each position allows: those change, and a directory knows better.
    [GeneratedRegex("^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Full();

    [GeneratedRegex("^[A-Z]{1,2}[0-9][A-Z0-9]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Outward();
}
