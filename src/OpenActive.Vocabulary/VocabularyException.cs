namespace OpenActive.Vocabulary;

/// <summary>A published vocabulary cannot be used; the message is a sentence that says why.</summary>
public sealed class VocabularyException : Exception
{
    /// <summary>Creates the exception without a particular reason.</summary>
    public VocabularyException()
        : base("The activity list cannot be used.")
    {
    }

    /// <summary>Creates the exception with a sentence that says what is wrong.</summary>
    public VocabularyException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a sentence and the parser's own error.</summary>
    public VocabularyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
