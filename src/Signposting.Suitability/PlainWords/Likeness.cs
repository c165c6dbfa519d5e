namespace Signposting.Suitability.PlainWords;

/// <summary>How close a text comes to the words of a condition, closest first.</summary>
public enum Likeness : byte
{
    /// <summary>The text holds the words, perhaps in another number.</summary>
    Same,

    /// <summary>But for a slip of the keyboard or a common misspelling.</summary>
    Misspelt,

    /// <summary>The text is the beginning of the words.</summary>
    Beginning,
}
