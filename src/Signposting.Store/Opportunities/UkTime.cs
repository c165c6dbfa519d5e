namespace Signposting.Store.Opportunities;

/// <summary>Instants with the offset of Europe/London.</summary>
public static class UkTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateTimeOffset FromUnix(long seconds) => Of(DateTimeOffset.FromUnixTimeSeconds(seconds));

    public static DateTimeOffset Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>Unix seconds of a local time. One that the clock skips in March means the hour after; one that it has twice in October means the first.</summary>
    public static long ToUnix(DateTime local)
    {
        if (Zone.IsInvalidTime(local))
            local = local.AddHours(1);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset).ToUnixTimeSeconds();
    }
}
