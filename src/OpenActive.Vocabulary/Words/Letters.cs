namespace OpenActive.Vocabulary;

/// <summary>Which characters make words, and what they are when compared.</summary>
internal static class Letters
{
    private const string Accented = "àáâäãåçèéêëìíîïñòóôöõùúûü";
    private const string Plain = "aaaaaaceeeeiiiinooooouuuu";

    internal static bool IsPart(char letter) => char.IsLetterOrDigit(letter);

    /// <summary>Apostrophes and marks stand inside words and say nothing: "T'ai", "women’s", "BODYPUMP™".</summary>
    internal static bool IsDropped(char letter) => letter is '\'' or '’' or '‘' or '`' or '®' or '™' or '©' or '\u200B' or '\uFEFF';

    internal static char Fold(char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        var at = lower < 128 ? -1 : Accented.IndexOf(lower);
        return at < 0 ? lower : Plain[at];
    }
}
