namespace Feeds.Harvester.Http;

/// <summary>The limits on one fetch, and on the memory that all fetches share.</summary>
public sealed record FetchLimits
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>Bytes of one body as they come over the wire.</summary>
    public long WireBytes { get; init; } = 32 * Megabyte;

    /// <summary>Bytes of one body after decompression. RPDE asks for pages of about 500 items, 1 to 2 MB.</summary>
    public int PageBytes { get; init; } = 32 * Megabyte;

    /// <summary>How many times larger than on the wire a body may become, once it is over a megabyte. Real pages reach 60.</summary>
    public int Inflation { get; init; } = 250;

    /// <summary>Kilobytes of response header.</summary>
    public int HeaderKilobytes { get; init; } = 64;

    /// <summary>Redirects followed for one fetch.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>From the start of a request to the end of the response's header.</summary>
    public TimeSpan HeadTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From the end of the header to the end of the body.</summary>
    public TimeSpan BodyTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>In every span of this length at least <see cref="StallBytes"/> must come.</summary>
    public TimeSpan StallTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>See <see cref="StallTime"/>.</summary>
    public int StallBytes { get; init; } = 32 * 1024;

    /// <summary>Bytes that all pages of ordinary size together may hold. One page at a time may be larger than ordinary
    /// (4 MB) and has <see cref="PageBytes"/> to itself, so that the whole is bounded by the sum of the two.</summary>
    public int SharedBytes { get; init; } = 16 * Megabyte;
}
