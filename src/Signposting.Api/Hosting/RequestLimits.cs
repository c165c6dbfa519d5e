using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Signposting.Api.Hosting;

/// <summary>How large and how slow a request may be before the server itself refuses it; it names itself in no answer.</summary>
internal static class RequestLimits
{
    private const int MostBodyBytes = 64 * 1024;
    private const int MostHeaderBytes = 32 * 1024;
    private const int MostConnections = 10_000;

    /// <summary>A cursor is up to 8,000 characters long.</summary>
    private const int MostLineBytes = 12 * 1024;

    /// <summary>The largest body takes half a minute at the slowest.</summary>
    private const double LeastBodyBytesPerSecond = 2 * 1024;

    private static readonly TimeSpan LongestHeaders = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(2);

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = MostBodyBytes;
        limits.MaxRequestHeadersTotalSize = MostHeaderBytes;
        limits.MaxRequestLineSize = MostLineBytes;
        limits.MaxConcurrentConnections = MostConnections;
        limits.RequestHeadersTimeout = LongestHeaders;
        limits.MinRequestBodyDataRate = new MinDataRate(LeastBodyBytesPerSecond, Grace);
        limits.KeepAliveTimeout = LongestIdle;
    }
}
