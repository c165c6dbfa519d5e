namespace Feeds.Harvester.Postcodes;

/// <summary>A postcode file cannot be read; the message is a sentence for the operator.</summary>
public sealed class PostcodeFileException : Exception
{
    public PostcodeFileException(string message) : base(message) { }

    public PostcodeFileException(string message, Exception inner) : base(message, inner) { }

    public PostcodeFileException() { }
}
