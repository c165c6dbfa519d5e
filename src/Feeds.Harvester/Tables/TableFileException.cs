namespace Feeds.Harvester.Tables;

/// <summary>A file of reference data cannot be read; the message is a sentence for the operator.</summary>
public sealed class TableFileException : Exception
{
    public TableFileException(string message) : base(message) { }

    public TableFileException(string message, Exception inner) : base(message, inner) { }

    public TableFileException() { }
}
