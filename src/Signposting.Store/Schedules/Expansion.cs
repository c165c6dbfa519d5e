using NodaTime;
using NodaTime.TimeZones;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Schedules;

/// <summary>
/// The days and times of a <see cref="Recurrence"/>. Goes from day to day and asks whether it happens: at most one occurrence
/// a day, a window of weeks, and no case that a cleverer way could forget.
/// </summary>
internal static class Expansion
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>Start and duration of what begins in [from, to) (Unix seconds), in order.</summary>
    public static IEnumerable<(long Start, int? Seconds)> Starts(Recurrence recurrence, long from, long to)
    {
        var zone = recurrence.Zone is { } name ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? London : London;
        foreach (var day in Days(recurrence, DayOf(from, zone).AddDays(-1), DayOf(to, zone)))
        {
            var start = InstantOf(day, recurrence.Start, zone).ToUnixTimeSeconds();
            if (start >= from && start < to)
                yield return (start, recurrence.Seconds);
        }
    }

    /// <summary>The days from <paramref name="first"/> to <paramref name="last"/>, both included, on which it happens.</summary>
    public static IEnumerable<DateOnly> Days(Recurrence recurrence, DateOnly first, DateOnly last)
    {
        var count = 0;
        var begin = recurrence.Count is null ? Later(first, recurrence.From) : recurrence.From ?? first;
        var end = recurrence.To < last ? recurrence.To.Value : last;
        for (var day = begin; day <= end; day = day.AddDays(1))
        {
            if (!Happens(recurrence, day))
                continue;
            if (++count > recurrence.Count)
                yield break;
            if (day >= first && recurrence.Except?.Contains(day) != true)
                yield return day;
        }
    }

    /// <summary>Moved forward when clocks skip it, the earlier one when they go back.</summary>
    private static Instant InstantOf(DateOnly day, TimeOnly time, DateTimeZone zone) =>
        zone.ResolveLocal(LocalDateTime.FromDateTime(day.ToDateTime(time)), Resolvers.LenientResolver).ToInstant();

    private static DateOnly DayOf(long seconds, DateTimeZone zone) => Instant.FromUnixTimeSeconds(seconds).InZone(zone).Date.ToDateOnly();

    private static DateOnly Later(DateOnly first, DateOnly? from) => from > first ? from.Value : first;

    private static bool Happens(Recurrence recurrence, DateOnly day)
    {
        var from = recurrence.From;
        if (recurrence.Months?.Contains(day.Month) == false)
            return false;
        return recurrence.Unit switch
        {
            RepeatUnit.Once => day == from,
            RepeatUnit.Day => IsTurn(day.DayNumber - from?.DayNumber, recurrence) && FitsDay(recurrence, day) && FitsMonthDay(recurrence, day),
            RepeatUnit.Week => IsTurn(WeekOf(day) - WeekOf(from), recurrence)
                && (recurrence.Days is null ? day.DayOfWeek == from?.DayOfWeek : FitsDay(recurrence, day))
                && FitsMonthDay(recurrence, day),
            RepeatUnit.Month => IsTurn(MonthOf(day) - MonthOf(from), recurrence) && FitsInMonth(recurrence, day),
            _ => IsTurn(day.Year - from?.Year, recurrence) && (recurrence.Months is not null || day.Month == from?.Month) && FitsInMonth(recurrence, day),
        };
    }

    private static bool IsTurn(int? units, Recurrence recurrence) => units is null || units % recurrence.Every == 0;

    /// <summary>Without <c>byDay</c> and <c>byMonthDay</c> it is the day of the month of the start; months without it are left out.</summary>
    private static bool FitsInMonth(Recurrence recurrence, DateOnly day) =>
        recurrence is { Days: null, MonthDays: null } ? day.Day == recurrence.From?.Day : FitsDay(recurrence, day) && FitsMonthDay(recurrence, day);

    private static bool FitsDay(Recurrence recurrence, DateOnly day) => recurrence.Days?.Any(wanted => Is(wanted, day)) != false;

    private static bool Is(RepeatDay wanted, DateOnly day)
    {
        var fromEnd = DateTime.DaysInMonth(day.Year, day.Month) - day.Day;
        return Weekday(day) == wanted.Weekday
            && (wanted.Ordinal == 0 || (wanted.Ordinal > 0 ? (day.Day - 1) / 7 == wanted.Ordinal - 1 : fromEnd / 7 == -wanted.Ordinal - 1));
    }

    private static bool FitsMonthDay(Recurrence recurrence, DateOnly day) =>
        recurrence.MonthDays?.Any(wanted => wanted == day.Day || wanted == day.Day - 1 - DateTime.DaysInMonth(day.Year, day.Month)) != false;

    private static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>1 January of the year 1, day 0, was a Monday.</summary>
    private static int? WeekOf(DateOnly? day) => day?.DayNumber / 7;

    private static int? MonthOf(DateOnly? day) => (day?.Year * 12) + day?.Month;
}
