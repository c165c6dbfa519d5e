namespace Signposting.Store.Opportunities;

/// <summary>Instants with the offset of Europe/London.</summary>
public static class UkTime
{
    private const int MinuteBits = 10;

    private static readonly long[] Hours = new long[1024];
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateTimeOffset FromUnix(long seconds) => Of(DateTimeOffset.FromUnixTimeSeconds(seconds));

    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(OffsetAt(instant));

    // Britain changes its clock at whole hours of UTC, and an answer tells some hundred times of the same few weeks: a look-up in the zone's
    // rules costs more than reading a session from the store. Each slot holds an hour and the minutes that hold in it, in one word.
    private static TimeSpan OffsetAt(DateTimeOffset instant)
    {
        var hour = instant.UtcTicks / TimeSpan.TicksPerHour;
        ref var slot = ref Hours[hour & (Hours.Length - 1)];
        var known = Volatile.Read(ref slot);
        if (known >> MinuteBits == hour)
            return TimeSpan.FromMinutes(known & ((1 << MinuteBits) - 1));
        var offset = Zone.GetUtcOffset(instant);
        // Local mean time, before 1847, has seconds and is behind.
        if (offset >= TimeSpan.Zero && offset.Ticks % TimeSpan.TicksPerMinute == 0)
            Volatile.Write(ref slot, (hour << MinuteBits) | (long)offset.TotalMinutes);
        return offset;
    }

    /// <summary>Unix seconds of a local time. One that the clock skips in March means the hour after; one that it has twice in October means the first.</summary>
    public static long ToUnix(DateTime local)
    {
        if (Zone.IsInvalidTime(local))
            local = local.AddHours(1);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset).ToUnixTimeSeconds();
    }
}
