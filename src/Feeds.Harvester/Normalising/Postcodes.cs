namespace Feeds.Harvester.Normalising;

/// <summary>The form of a UK postcode; whether it exists is the directory's business.</summary>
internal static class Postcodes
{
    /// <summary>Upper case with one space before the last three letters, or null when it has not the form of a postcode.</summary>
    internal static string? Canonical(string text)
    {
        Span<char> letters = stackalloc char[7];
        var count = 0;
        foreach (var letter in text)
        {
            if (letter == ' ')
                continue;
            if (count == letters.Length || !char.IsAsciiLetterOrDigit(letter))
                return null;
            letters[count++] = char.ToUpperInvariant(letter);
        }

        letters = letters[..count];
        return count >= 5 && IsOutward(letters[..^3]) && IsInward(letters[^3..]) ? $"{letters[..^3]} {letters[^3..]}" : null;
    }

    /// <summary>Takes a postcode off the end of an address line.</summary>
    internal static (string Address, string? Postcode) Split(string address)
    {
        var end = address.TrimEnd(' ', ',', '.');
        foreach (var words in (ReadOnlySpan<int>)[2, 1])
        {
            var start = StartOfLastWords(end, words);
            if (start > 0 && Canonical(end[start..]) is { } postcode)
                return (end[..start].TrimEnd(' ', ','), postcode);
        }

        return (address, null);
    }

    private static int StartOfLastWords(string text, int words)
    {
        var start = text.Length;
        for (; words > 0 && start > 0; words--)
            start = text.AsSpan(0, start - 1).LastIndexOfAny(' ', ',') + 1;
        return start;
    }

    /// <summary>A9, A99, AA9, AA99, A9A or AA9A.</summary>
    private static bool IsOutward(ReadOnlySpan<char> code)
    {
        var area = code.IndexOfAnyInRange('0', '9');
        if (area is not (1 or 2))
            return false;
        var district = code[area..];
        return district.Length == 1 || (district.Length == 2 && (char.IsAsciiDigit(district[1]) || char.IsAsciiLetter(district[1])));
    }

    private static bool IsInward(ReadOnlySpan<char> code) =>
        char.IsAsciiDigit(code[0]) && char.IsAsciiLetter(code[1]) && char.IsAsciiLetter(code[2]);
}
