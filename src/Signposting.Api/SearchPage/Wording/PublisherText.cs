using System.Text;

namespace Signposting.Api.SearchPage.Wording;

/// <summary>What a publisher wrote, made safe to stand in a line of ours: no control characters, nothing that turns the direction of the text around it, not endless.</summary>
internal static class PublisherText
{
    public const int LongestName = 120;
    public const int LongestLine = 300;
    public const int LongestText = 4_000;

    /// <returns>Null when nothing is left.</returns>
    public static string? Line(string? text, int longest = LongestLine) => Clean(text, longest, keepLines: false);

    /// <summary>As <see cref="Line"/>, with its line breaks.</summary>
    public static string? Lines(string? text, int longest = LongestText) => Clean(text, longest, keepLines: true);

    private static string? Clean(string? text, int longest, bool keepLines)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var clean = new StringBuilder(Math.Min(text.Length, longest + 1));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= longest)
                return clean.ToString().TrimEnd() + "…";
            if (keepLines && rune.Value == '\n')
                clean.Append('\n');
            else if (Rune.IsWhiteSpace(rune))
                AppendBlank(clean);
            else if (!IsInvisible(rune))
                clean.Append(rune.ToString());
        }

        var whole = clean.ToString().Trim();
        return whole.Length == 0 ? null : whole;
    }

    private static void AppendBlank(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] is not (' ' or '\n'))
            clean.Append(' ');
    }

    // Controls, and the marks that embed, override or isolate a direction (UAX #9); what is left decides its own direction.
    private static bool IsInvisible(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0x061C or 0xFEFF;
}
