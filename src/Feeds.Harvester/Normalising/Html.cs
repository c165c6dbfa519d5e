using System.Buffers;
using System.Net;
using System.Text;

namespace Feeds.Harvester.Normalising;

/// <summary>Descriptions come with markup, with markup escaped as text, and as plain text: all become plain text. Takes linear time.</summary>
internal static class Html
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>Plain text with <c>\n</c> as line break; null when nothing is left.</summary>
    internal static string? ToText(string markup, int limit)
    {
        var text = Strip(markup);
        var decoded = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        var wasEscaped = !ReferenceEquals(decoded, text) && !LooksLikeMarkup(markup) && LooksLikeMarkup(decoded);
        return Text.Lines(wasEscaped ? WebUtility.HtmlDecode(Strip(decoded)) : decoded, limit);
    }

    private static bool LooksLikeMarkup(string text) =>
        text.Contains("</", StringComparison.Ordinal) || text.Contains("<br", StringComparison.OrdinalIgnoreCase) || text.Contains("<p>", StringComparison.OrdinalIgnoreCase);

    private static string Strip(string markup)
    {
        if (!markup.Contains('<', StringComparison.Ordinal))
            return markup;
        var text = new StringBuilder(markup.Length);
        var at = 0;
        var lastEnd = markup.LastIndexOf('>');
        while (at < markup.Length)
        {
            var open = markup.IndexOf('<', at);
            if (open < 0 || open > lastEnd)
                break;
            text.Append(markup, at, open - at);
            at = IsTag(markup, open) ? SkipTag(markup, open, text) : KeepSign(open, text);
        }

        return text.Append(markup, at, markup.Length - at).ToString();
    }

    /// <summary>A letter, slash or exclamation mark makes a tag of a sign: "ages &lt; 5" stays.</summary>
    private static bool IsTag(string markup, int open) =>
        open + 1 < markup.Length && (char.IsAsciiLetter(markup[open + 1]) || markup[open + 1] is '/' or '!' or '?');

    private static int KeepSign(int open, StringBuilder text)
    {
        text.Append('<');
        return open + 1;
    }

    private static int SkipTag(string markup, int open, StringBuilder text)
    {
        var end = markup.IndexOf('>', open) + 1;
        var tag = markup.AsSpan(open + 1, end - open - 1);
        var closes = tag[0] == '/';
        var name = closes ? tag[1..] : tag;
        name = name[..Math.Max(0, name.IndexOfAny(NameEnds))];
        if (!closes && (Is(name, "script") || Is(name, "style")))
            return SkipContent(markup, end, name.ToString());
        if (Is(name, "li") && !closes)
            text.Append("\n- ");
        else if (IsBlock(name))
            text.Append('\n');
        else if (Is(name, "td") || Is(name, "th"))
            text.Append(' ');
        return end;
    }

    /// <summary>Where the content of a script or style ends; an unclosed one takes the rest.</summary>
    private static int SkipContent(string markup, int from, string name)
    {
        var close = markup.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        var end = close < 0 ? -1 : markup.IndexOf('>', close);
        return end < 0 ? markup.Length : end + 1;
    }

    private static bool IsBlock(ReadOnlySpan<char> name) =>
        Is(name, "p") || Is(name, "br") || Is(name, "div") || Is(name, "ul") || Is(name, "ol") || Is(name, "tr") || Is(name, "table") || Is(name, "hr")
        || (name.Length == 2 && name[0] is 'h' or 'H' && char.IsAsciiDigit(name[1]));

    private static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
