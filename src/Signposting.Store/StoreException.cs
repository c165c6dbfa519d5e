namespace Signposting.Store;

/// <summary>The store cannot be used; the message is a sentence for an operator.</summary>
public sealed class StoreException : Exception
{
    public StoreException(string message) : base(message) { }

    public StoreException(string message, Exception inner) : base(message, inner) { }

    public StoreException() { }

    /// <summary>Whether it passes by itself, or once somebody makes room.</summary>
    public StoreFault Fault { get; init; }
}

/// <summary>What sort of failure of the store it is.</summary>
public enum StoreFault
{
    /// <summary>This use of it failed; others may succeed.</summary>
    Failed,

    /// <summary>It cannot be reached, is starting or stopping, or does not answer: every use fails until it is back.</summary>
    Away,

    /// <summary>There is no room left: writing fails until there is, reading goes on.</summary>
    Full,
}
