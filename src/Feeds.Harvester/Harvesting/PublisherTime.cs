using Feeds.Harvester.Rpde;

namespace Feeds.Harvester.Harvesting;

/// <summary>
/// <c>modified</c> as a time, where it can be read as one. RPDE only asks that it orders; publishers send seconds,
/// milliseconds or microseconds since 1970, .NET ticks, ISO 8601, and counters that are no time at all.
/// </summary>
internal static class PublisherTime
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000;

    /// <summary>OpenActive began in 2016; data copied from before that is older, but not by much.</summary>
    private static readonly long Earliest = new DateTime(2005, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>The time, when exactly one unit gives one between 2005 and tomorrow; the units lie a factor of ten or more apart.</summary>
    public static DateTimeOffset? Read(Modified modified, DateTimeOffset now)
    {
        if (modified.Order is not { } value || value <= 0)
            return null;
        var latest = now.UtcTicks + TimeSpan.TicksPerDay;
        return FromUnix(value, TimeSpan.TicksPerSecond, latest)
            ?? FromUnix(value, TimeSpan.TicksPerMillisecond, latest)
            ?? FromUnix(value, TicksPerMicrosecond, latest)
            ?? (value >= Earliest && value <= latest ? new DateTimeOffset(value, TimeSpan.Zero) : null);
    }

    private static DateTimeOffset? FromUnix(long value, long unit, long latest)
    {
        var epoch = DateTime.UnixEpoch.Ticks;
        return value >= (Earliest - epoch) / unit && value <= (latest - epoch) / unit
            ? new DateTimeOffset(epoch + (value * unit), TimeSpan.Zero)
            : null;
    }
}
