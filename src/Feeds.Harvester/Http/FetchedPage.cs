using System.Net;

namespace Feeds.Harvester.Http;

/// <summary>An answer with its whole body. The body lies in shared memory: dispose the page as soon as it is done with,
/// and use nothing that points into it afterwards.</summary>
public sealed class FetchedPage : IDisposable
{
    private readonly PageBuffer buffer;

    internal FetchedPage(PageBuffer buffer) => this.buffer = buffer;

    /// <summary>The URL that was asked for, as it was given.</summary>
    public required string RequestedUrl { get; init; }

    /// <summary>The URL that answered, after redirects, as it was written.</summary>
    public required string Url { get; init; }

    /// <summary>200 or 203.</summary>
    public required HttpStatusCode Status { get; init; }

    /// <summary>The <c>Content-Type</c> as it was sent, or null.</summary>
    public required string? ContentType { get; init; }

    /// <summary>What the answer says about caching.</summary>
    public required CacheInfo Cache { get; init; }

    /// <summary>Bytes of the body as they came over the wire.</summary>
    public required long WireBytes { get; init; }

    /// <summary>From the request to the last byte, without the wait for a turn.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The decompressed body.</summary>
    public ReadOnlyMemory<byte> Body => buffer.Filled;

    /// <inheritdoc/>
    public void Dispose() => buffer.Dispose();
}
