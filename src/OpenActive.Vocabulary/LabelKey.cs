using System.Globalization;

namespace OpenActive.Vocabulary;

/// <summary>
/// The form in which labels are compared: lower case, without ® and ™, with "and" for &amp;, and with one space
/// for any run of white space, hyphens and underscores. "  Chair-Based  exercise" and "Chair Based Exercise" are the same.
/// </summary>
internal static class LabelKey
{
    /// <summary>The longest key; a label whose key is longer is no label.</summary>
    internal const int MaxLength = 256;

    /// <summary>The key of a label; null when it is empty or too long.</summary>
    internal static string? Of(string? label)
    {
        Span<char> key = stackalloc char[MaxLength];
        return TryWrite(label, key, out var length) ? key[..length].ToString() : null;
    }

    /// <summary>Writes the key of <paramref name="label"/>; false when it is empty or does not fit.</summary>
    internal static bool TryWrite(ReadOnlySpan<char> label, Span<char> key, out int length)
    {
        length = 0;
        if (label.Length > MaxLength)
        {
            label = label.Trim();
        }

        if (label.Length > MaxLength)
        {
            return false;
        }

        var gap = false;
        foreach (var c in label)
        {
            if (IsMark(c))
            {
                continue;
            }

            if (IsGap(c))
            {
                gap = true;
            }
            else if (c == '&')
            {
                if (!Append(key, ref length, "and", gap: true))
                {
                    return false;
                }

                gap = true;
            }
            else
            {
                if (!Append(key, ref length, [char.ToLowerInvariant(c)], gap))
                {
                    return false;
                }

                gap = false;
            }
        }

        return length > 0;
    }

    private static bool Append(Span<char> key, ref int length, ReadOnlySpan<char> text, bool gap)
    {
        var space = gap && length > 0 ? 1 : 0;
        if (length + space + text.Length > key.Length)
        {
            return false;
        }

        if (space == 1)
        {
            key[length++] = ' ';
        }

        text.CopyTo(key[length..]);
        length += text.Length;
        return true;
    }

    private static bool IsMark(char c) => c is '®' or '™' or '©' or '\u200B' or '\uFEFF';

    private static bool IsGap(char c) =>
        c == '_' || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;
}
