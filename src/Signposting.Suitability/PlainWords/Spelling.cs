namespace Signposting.Suitability.PlainWords;

/// <summary>Whether a word that somebody wrote is another, but for number or a slip.</summary>
internal static class Spelling
{
    /// <summary>Shorter words are too like others for a slip in them to be told from another word.</summary>
    private const int ShortestWithASlip = 5;

    /// <summary>From this length a letter may be a wrong one; below it letters are missing, doubled or exchanged only (lunge, lungs).</summary>
    private const int ShortestWithAWrongLetter = 6;

    private const int ShortestWithTwoSlips = 8;

    /// <summary>Null: another word.</summary>
    internal static Likeness? Compare(string written, string word) =>
        written == word || IsOtherNumber(written, word) || IsOtherNumber(word, written) ? Likeness.Same
        : IsSlip(written, word) ? Likeness.Misspelt
        : null;

    private static bool IsOtherNumber(string one, string many) =>
        one.Length >= 4 && ((many.Length == one.Length + 1 && many[^1] == 's' && many.StartsWith(one, StringComparison.Ordinal))
            || (one[^1] == 'y' && many.Length == one.Length + 2 && many.EndsWith("ies", StringComparison.Ordinal) && many.AsSpan(0, one.Length - 1).SequenceEqual(one.AsSpan(0, one.Length - 1))));

    private static bool IsSlip(string written, string word)
    {
        if (word.Length < ShortestWithASlip || written.Length < ShortestWithASlip - 1 || written[0] != word[0])
        {
            return false;
        }

        var allowed = word.Length >= ShortestWithTwoSlips ? 2 : 1;
        return Math.Abs(written.Length - word.Length) <= allowed
            && Distance(written, word) <= allowed
            && (word.Length >= ShortestWithAWrongLetter || written.Length != word.Length || HaveTheSameLetters(written, word));
    }

    private static bool HaveTheSameLetters(string a, string b) => a.Order().SequenceEqual(b.Order());

    /// <summary>Letters that are missing, too many, wrong, or exchanged with their neighbour (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> above = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            var oldest = before;
            before = above;
            above = row;
            row = oldest;
        }

        return above[b.Length];
    }
}
