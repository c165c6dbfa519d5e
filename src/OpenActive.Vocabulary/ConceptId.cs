using System.Diagnostics.CodeAnalysis;

namespace OpenActive.Vocabulary;

/// <summary>
/// The spellings of a concept's id that publishers use: http or https, with or without <c>www.</c>,
/// <c>/#</c> for <c>#</c>, upper case, spaces around it, or the GUID alone.
/// </summary>
internal static class ConceptId
{
    private const string Scheme = "openactive.io/activity-list";

    /// <summary>What a canonical id starts with.</summary>
    internal const string Prefix = "https://" + Scheme + "#";

    /// <summary>Finds the identifier (after the <c>#</c>) in any spelling; false when the text is no id of this list.</summary>
    internal static bool TryReadIdentifier(ReadOnlySpan<char> text, out ReadOnlySpan<char> identifier)
    {
        var rest = text.Trim();
        if (Guid.TryParseExact(rest, "D", out _))
        {
            identifier = rest;
            return true;
        }

        identifier = default;
        if (!Skip(ref rest, "https://"))
        {
            Skip(ref rest, "http://");
        }

        Skip(ref rest, "www.");
        if (!Skip(ref rest, Scheme))
        {
            return false;
        }

        var slash = Skip(ref rest, "/");
        if (!Skip(ref rest, "#") && !slash)
        {
            return false;
        }

        identifier = rest.TrimEnd('/');
        return IsIdentifier(identifier);
    }

    /// <summary>The canonical id for any spelling.</summary>
    internal static bool TryCanonicalise(string? text, [NotNullWhen(true)] out string? id)
    {
        id = TryReadIdentifier(text, out var identifier) ? Prefix + identifier.ToString().ToLowerInvariant() : null;
        return id is not null;
    }

    private static bool IsIdentifier(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= VocabularyLimits.LabelLength
        && text.IndexOfAnyExcept(IdentifierCharacters) < 0;

    private static readonly System.Buffers.SearchValues<char> IdentifierCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    private static bool Skip(ref ReadOnlySpan<char> text, string start)
    {
        if (!text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        text = text[start.Length..];
        return true;
    }
}
