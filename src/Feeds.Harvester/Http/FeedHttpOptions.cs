using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Feeds.Harvester.Http;

/// <summary>How <see cref="FeedHttp"/> behaves. The defaults suit the public OpenActive feeds.</summary>
public sealed record FeedHttpOptions
{
    /// <summary>How publishers can reach the operator (setting <c>Feeds:Contact</c>): a mail address or a URL, sent in every <c>User-Agent</c>.</summary>
    public string? Contact { get; init; }

    /// <summary>Origins that may be on a private address.</summary>
    public TrustedOrigins TrustedOrigins { get; init; } = TrustedOrigins.None;

    /// <summary>A proxy that all requests go through; null (the default) uses none, whatever the environment says.
    /// Behind one, names are resolved by the proxy, so it must refuse private addresses itself.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>The limits on one fetch.</summary>
    public FetchLimits Limits { get; init; } = new();

    /// <summary>Requests to one host: at most this many a second.</summary>
    public double RequestsPerSecond { get; init; } = 4;

    /// <summary>Requests to one host: at most this many at once.</summary>
    public int RequestsAtOnce { get; init; } = 2;

    /// <summary>How often a fetch is tried again after a passing failure.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The wait before the first retry, about; it doubles, with jitter, up to <see cref="LongestWait"/>.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longer waits than this are not waited here but handed out as <see cref="Fault.RetryAt"/>.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock of all waits and time limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The source of jitter.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>Looks up the addresses of a host.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Opens a connection to one of the addresses that passed the check; the last step before the network.</summary>
    internal Func<IPAddress[], int, CancellationToken, Task<Stream>> Connect { get; init; } = AddressGuard.OpenAsync;

    /// <summary>Roots to verify certificates against instead of the system's; verification itself is never off.</summary>
    internal X509Certificate2Collection? Roots { get; init; }
}
