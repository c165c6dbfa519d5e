namespace Feeds.Sample;

/// <summary>Local times in England, by the rule that has stood since 1996: one hour ahead from the last Sunday of March to the last of October.</summary>
internal static class LondonTime
{
    private static readonly string[] _durations = [.. Enumerable.Range(0, 601).Select(FormatDuration)];

    /// <summary>So many minutes after midnight of a day. No class is held in the hours in which the clocks change.</summary>
    public static DateTimeOffset At(DateOnly day, int minute) =>
        new(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute), IsSummer(day) ? TimeSpan.FromHours(1) : TimeSpan.Zero);

    /// <summary>An ISO 8601 duration of at most ten hours, such as <c>PT1H30M</c>.</summary>
    public static string Duration(int minutes) => _durations[minutes];

    private static bool IsSummer(DateOnly day) => day >= LastSunday(day.Year, 3) && day < LastSunday(day.Year, 10);

    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static string FormatDuration(int minutes) =>
        "PT" + (minutes >= 60 ? $"{minutes / 60}H" : "") + (minutes % 60 > 0 || minutes == 0 ? $"{minutes % 60}M" : "");
}
