namespace Signposting.Api.Hosting;

/// <summary>A request came before the store was open.</summary>
internal sealed class StoreNotOpenException() : Exception("The store is being opened; the service has only just started, or cannot reach it (the log says which).")
{
    public const int RetrySeconds = 2;
}
