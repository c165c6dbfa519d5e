namespace Signposting.Store.Opportunities;

/// <summary>Instants with the offset of Europe/London.</summary>
public static class UkTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateTimeOffset FromUnix(long seconds) => Of(DateTimeOffset.FromUnixTimeSeconds(seconds));

    public static DateTimeOffset Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);
}
