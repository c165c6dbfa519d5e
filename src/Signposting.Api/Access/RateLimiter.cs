using System.Net;
using System.Net.Sockets;

namespace Signposting.Api.Access;

/// <summary>Whose requests are counted together: a client's, or those of an address without a credential.</summary>
internal readonly record struct RatePartition(string? Client, UInt128 Address)
{
    /// <summary>An IPv6 network of 64 bits is one household or office, whichever of its addresses asks.</summary>
    public static RatePartition Of(IPAddress? address)
    {
        if (address is null)
            return default;
        var canonical = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        Span<byte> bytes = stackalloc byte[16];
        canonical.TryWriteBytes(bytes, out _);
        if (canonical.AddressFamily == AddressFamily.InterNetworkV6)
            bytes[8..].Clear();
        return new RatePartition(null, System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    public static RatePartition Of(string client) => new(client, default);
}

/// <summary>How a request stands against its limit.</summary>
/// <param name="Allowed">False: one too many.</param>
/// <param name="Remaining">Requests left in this minute.</param>
/// <param name="ResetSeconds">Seconds until all are there again, at least 1.</param>
internal readonly record struct RateState(bool Allowed, int Remaining, int ResetSeconds);

/// <summary>
/// Counts requests in minutes that begin with a caller's first request. Memory is bounded: when
/// <see cref="MostPartitions"/> callers are known within a minute, further ones share one count.
/// </summary>
internal sealed class RateLimiter(TimeProvider time)
{
    internal const int MostPartitions = 50_000;
    private const int WindowSeconds = 60;

    private static readonly RatePartition Others = new("", UInt128.MaxValue);

    private readonly Lock _lock = new();
    private readonly Dictionary<RatePartition, (long Start, int Used)> _windows = [];
    private long _sweptAt = time.GetTimestamp();

    /// <summary>How many callers are held in memory.</summary>
    internal int Count => _windows.Count;

    public RateState Take(RatePartition partition, int perMinute)
    {
        var now = time.GetTimestamp();
        lock (_lock)
        {
            if (!_windows.TryGetValue(partition, out var window))
            {
                partition = HasRoom(now) ? partition : Others;
                window = _windows.GetValueOrDefault(partition, (now, 0));
            }

            var age = time.GetElapsedTime(window.Start, now).TotalSeconds;
            if (age >= WindowSeconds)
                (window, age) = ((now, 0), 0);
            var allowed = window.Used < perMinute;
            if (allowed)
                window.Used++;
            _windows[partition] = window;
            return new RateState(allowed, perMinute - window.Used, Math.Max(1, (int)Math.Ceiling(WindowSeconds - age)));
        }
    }

    private bool HasRoom(long now)
    {
        if (_windows.Count < MostPartitions)
            return true;
        if (time.GetElapsedTime(_sweptAt, now) < TimeSpan.FromSeconds(1))
            return false;
        _sweptAt = now;
        foreach (var (partition, window) in _windows)
        {
            if (time.GetElapsedTime(window.Start, now).TotalSeconds >= WindowSeconds)
                _windows.Remove(partition);
        }

        return _windows.Count < MostPartitions;
    }
}
