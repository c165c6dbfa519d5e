namespace OpenActive.Vocabulary;

/// <summary>How near a label is to a text that somebody typed; both are keys of <see cref="LabelKey"/>. Smaller is nearer.</summary>
internal readonly record struct Nearness(NearnessKind Kind, int Tie) : IComparable<Nearness>
{
    private const int ShortestWord = 4;

    /// <summary>Null when the label is not near at all.</summary>
    internal static Nearness? Between(ReadOnlySpan<char> text, ReadOnlySpan<char> label)
    {
        if (label.StartsWith(text, StringComparison.Ordinal))
        {
            return new(NearnessKind.Start, label.Length);
        }

        if (EditDistance.Between(text, label, WrongLetters(label.Length)) is { } wrong)
        {
            return new(NearnessKind.WrongLetters, wrong);
        }

        if (HasAtWordStart(label, text))
        {
            return new(NearnessKind.Word, label.Length);
        }

        if (label.Length >= ShortestWord && HasAtWordStart(text, label))
        {
            return new(NearnessKind.WithinText, -label.Length);
        }

        var shared = SharedWords(text, label);
        return shared > 0 ? new(NearnessKind.SharedWords, label.Length - (shared * LabelKey.MaxLength)) : null;
    }

    /// <inheritdoc/>
    public int CompareTo(Nearness other) => (Kind, Tie).CompareTo((other.Kind, other.Tie));

    private static int WrongLetters(int labelLength) => labelLength < ShortestWord ? 0 : Math.Min(3, (labelLength + 2) / 4);

    private static bool HasAtWordStart(ReadOnlySpan<char> text, ReadOnlySpan<char> part)
    {
        while (!text.StartsWith(part, StringComparison.Ordinal))
        {
            var space = text.IndexOf(' ');
            if (space < 0)
            {
                return false;
            }

            text = text[(space + 1)..];
        }

        return true;
    }

    /// <summary>How many words of the text start a word of the label: one for "health walk" and "walking".</summary>
    private static int SharedWords(ReadOnlySpan<char> text, ReadOnlySpan<char> label)
    {
        var shared = 0;
        foreach (var word in text.Split(' '))
        {
            shared += text[word].Length >= ShortestWord && HasAtWordStart(label, text[word]) ? 1 : 0;
        }

        return shared;
    }
}

/// <summary>The ways of being near, nearest first.</summary>
internal enum NearnessKind
{
    /// <summary>The label is the text, or starts with it.</summary>
    Start,

    /// <summary>A few letters are missing, wrong, too many or swapped.</summary>
    WrongLetters,

    /// <summary>A later word of the label starts with the text.</summary>
    Word,

    /// <summary>The text holds the label: the longest is nearest.</summary>
    WithinText,

    /// <summary>They have words in common: the more, the nearer.</summary>
    SharedWords,
}
