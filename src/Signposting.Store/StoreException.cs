namespace Signposting.Store;

/// <summary>The store cannot be used; the message is a sentence for an operator.</summary>
public sealed class StoreException : Exception
{
    public StoreException(string message) : base(message) { }

    public StoreException(string message, Exception inner) : base(message, inner) { }

    public StoreException() { }
}
