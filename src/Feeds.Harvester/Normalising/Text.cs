using System.Net;
using System.Text;

namespace Feeds.Harvester.Normalising;

/// <summary>Text that can be shown: trimmed, without control characters, of limited length.</summary>
internal static class Text
{
    /// <summary>One line: line breaks and runs of spaces become one space, character references are decoded. Null when nothing is left.</summary>
    internal static string? Line(string text, int limit)
    {
        if (text.Contains('&', StringComparison.Ordinal) && text.Contains(';', StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        return IsCleanLine(text) ? Cut(text, limit) : Cut(Collapse(text), limit);
    }

    /// <summary>Several lines: spaces are collapsed within a line, at most one line in a row is empty.</summary>
    internal static string? Lines(string text, int limit)
    {
        if (IsCleanText(text))
            return Cut(text, limit);
        var clean = new StringBuilder(Math.Min(text.Length, limit + 1));
        var empty = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var words = Collapse(line);
            empty = words.Length == 0 ? empty + 1 : 0;
            if (empty > 1 || (words.Length == 0 && clean.Length == 0))
                continue;
            if (clean.Length > 0)
                clean.Append('\n');
            clean.Append(words);
            if (clean.Length > limit)
                break;
        }

        return Cut(clean.ToString().TrimEnd('\n'), limit);
    }

    /// <summary>Shortened for a sentence about it.</summary>
    internal static string Quote(string value)
    {
        var clean = Line(value.Length > 4 * NormalisingLimits.QuotedValue ? value[..(4 * NormalisingLimits.QuotedValue)] : value, NormalisingLimits.QuotedValue);
        return $"\"{clean}\"";
    }

    private static string? Cut(string text, int limit)
    {
        if (text.Length > limit)
            text = text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)].TrimEnd();
        return text.Length == 0 ? null : text;
    }

    private static bool IsCleanLine(string text)
    {
        if (IsPlain(text))
            return !text.Contains("  ", StringComparison.Ordinal) && text.Length > 0 && text[0] != ' ' && text[^1] != ' ';
        var lastWasSpace = true;
        foreach (var letter in text)
        {
            if (letter == ' ' ? lastWasSpace : letter < 0x7F ? letter < ' ' : IsSpace(letter) || IsHidden(letter))
                return false;
            lastWasSpace = letter == ' ';
        }

        return !lastWasSpace;
    }

    /// <summary>Most descriptions are: no spaces or control characters too many, at most one empty line in a row.</summary>
    private static bool IsCleanText(string text)
    {
        if (IsPlain(text))
            return IsCleanLine(text);
        var breaks = 2;
        var lastWasSpace = true;
        foreach (var letter in text)
        {
            if (letter == '\n')
            {
                if ((lastWasSpace && breaks == 0) || ++breaks > 2)
                    return false;
                lastWasSpace = true;
                continue;
            }

            if (letter == ' ' ? lastWasSpace : letter < 0x7F ? letter < ' ' : IsSpace(letter) || IsHidden(letter))
                return false;
            lastWasSpace = letter == ' ';
            breaks = 0;
        }

        return !lastWasSpace;
    }

    /// <summary>Most text is: printable ASCII on one line, found many letters at a time.</summary>
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static string Collapse(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (IsSpace(letter))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (!IsHidden(letter))
            {
                clean.Append(letter);
            }
        }

        return clean.ToString().TrimEnd();
    }

    private static bool IsSpace(char letter) => char.IsWhiteSpace(letter);

    /// <summary>Control characters, and those that turn the direction of text or mark bytes: a name must look like what it is.</summary>
    private static bool IsHidden(char letter) =>
        char.IsControl(letter) || letter is '\uFEFF' or '\u200B' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F';
}
