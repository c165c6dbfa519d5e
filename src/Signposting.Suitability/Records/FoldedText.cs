using System.Text;

namespace Signposting.Suitability.Records;

/// <summary>
/// A text in the form in which phrases are looked for: lower case, words parted by one space, a space at each end, "plus"
/// for +. So a phrase with a space at each end is found as whole words and in no other way.
/// </summary>
internal static class FoldedText
{
    /// <summary>Longer texts are cut: what a record is, it says at the start.</summary>
    internal const int MaxLength = 4000;

    internal static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return " ";
        }

        var folded = new StringBuilder(" ", Math.Min(text.Length, MaxLength) + 2);
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, MaxLength)))
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (c == '+')
            {
                folded.Append(" plus ");
            }
            else if (c is not ('\'' or '’') && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        if (folded[^1] != ' ')
        {
            folded.Append(' ');
        }

        return folded.ToString().Replace("  ", " ", StringComparison.Ordinal);
    }

    /// <summary>Takes phrases out, so that what they hold is not found; what is beside them does not join up.</summary>
    internal static string Without(string folded, IReadOnlyList<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            folded = folded.Replace(phrase, " | ", StringComparison.Ordinal);
        }

        return folded;
    }

    internal static bool HoldsAny(string folded, IReadOnlyList<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (folded.Contains(phrase, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
