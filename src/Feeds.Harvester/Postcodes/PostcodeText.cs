using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Feeds.Harvester.Postcodes;

/// <summary>The canonical form of a full postcode: upper case, one space before the last three letters.</summary>
internal static partial class PostcodeText
{
    private const int InwardLength = 3;

    /// <summary>Reads a postcode in any of the directory's forms (<c>pcd</c>, <c>pcd2</c>, <c>pcds</c>).</summary>
    public static bool TryCanonical(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? canonical)
    {
        Span<char> letters = stackalloc char[8];
        var count = 0;
        foreach (var character in text)
        {
            if (character == ' ')
                continue;
            if (count == letters.Length)
                break;
            letters[count++] = char.ToUpperInvariant(character);
        }

        canonical = Form().IsMatch(letters[..count])
            ? string.Concat(letters[..(count - InwardLength)], " ", letters[(count - InwardLength)..count])
            : null;
        return canonical is not null;
    }

    /// <summary>Outward code, digit, two letters; GIR 0AA is the one old exception that the directory still lists.</summary>
    [GeneratedRegex("^(?:[A-Z]{1,2}[0-9][A-Z0-9]?|GIR)[0-9][A-Z]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
