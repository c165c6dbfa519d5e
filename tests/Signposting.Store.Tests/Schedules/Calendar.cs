using Signposting.Store.Opportunities;

namespace Signposting.Store.Tests.Schedules;

/// <summary>
/// The days of a recurrence as RFC 5545 tells it: from period to period, each period's days made and put in order, then counted
/// and cut. Shares no thought with the code under test, which asks each day whether it is one.
/// </summary>
internal static class Calendar
{
    internal static List<DateOnly> Days(Recurrence recurrence, DateOnly first, DateOnly last)
    {
        var days = new List<DateOnly>();
        var from = recurrence.From!.Value;
        for (var period = 0; StartOf(recurrence, from, period) <= last; period++)
        {
            days.AddRange(InPeriod(recurrence, from, StartOf(recurrence, from, period)).Where(day => day >= from).Distinct().Order());
            if (recurrence.Unit == RepeatUnit.Once)
                break;
        }

        var counted = days.Where(day => day <= (recurrence.To ?? DateOnly.MaxValue)).Take(recurrence.Count ?? int.MaxValue);
        return [.. counted.Where(day => day >= first && day <= last && recurrence.Except?.Contains(day) != true)];
    }

    private static DateOnly StartOf(Recurrence recurrence, DateOnly from, int period) => recurrence.Unit switch
    {
        RepeatUnit.Day => from.AddDays(period * recurrence.Every),
        RepeatUnit.Week => Monday(from).AddDays(7 * period * recurrence.Every),
        RepeatUnit.Month => new DateOnly(from.Year, from.Month, 1).AddMonths(period * recurrence.Every),
        RepeatUnit.Year => new DateOnly(from.Year, 1, 1).AddYears(period * recurrence.Every),
        _ => from,
    };

    private static IEnumerable<DateOnly> InPeriod(Recurrence recurrence, DateOnly from, DateOnly start)
    {
        IEnumerable<DateOnly> days = recurrence.Unit switch
        {
            RepeatUnit.Week => Enumerable.Range(0, 7).Select(start.AddDays).Where(day => recurrence.Days is not null || day.DayOfWeek == from.DayOfWeek),
            RepeatUnit.Month => OfMonth(recurrence, from, start),
            RepeatUnit.Year => (recurrence.Months ?? [from.Month]).SelectMany(month => OfMonth(recurrence, from, new DateOnly(start.Year, month, 1))),
            _ => [start],
        };
        if (recurrence.Unit == RepeatUnit.Once)
            return days.Where(day => recurrence.Months?.Contains(day.Month) != false);
        return days.Where(day => recurrence.Months?.Contains(day.Month) != false && OnDay(recurrence, day) && OnMonthDay(recurrence, day));
    }

    private static IEnumerable<DateOnly> OfMonth(Recurrence recurrence, DateOnly from, DateOnly month)
    {
        var all = Month(month);
        return recurrence is { Days: null, MonthDays: null } ? all.Where(day => day.Day == from.Day) : all;
    }

    private static bool OnDay(Recurrence recurrence, DateOnly day) =>
        recurrence.Days is null || recurrence.Days.Any(wanted => Wanted(wanted, Month(day)).Contains(day));

    private static bool OnMonthDay(Recurrence recurrence, DateOnly day)
    {
        var month = Month(day);
        return recurrence.MonthDays is null || recurrence.MonthDays.Any(number => Math.Abs(number) <= month.Count && month[number > 0 ? number - 1 : month.Count + number] == day);
    }

    private static List<DateOnly> Wanted(RepeatDay wanted, List<DateOnly> month)
    {
        var all = month.FindAll(day => (((int)day.DayOfWeek + 6) % 7) + 1 == wanted.Weekday);
        if (wanted.Ordinal == 0)
            return all;
        var index = wanted.Ordinal > 0 ? wanted.Ordinal - 1 : all.Count + wanted.Ordinal;
        return index >= 0 && index < all.Count ? [all[index]] : [];
    }

    private static List<DateOnly> Month(DateOnly day) =>
        [.. Enumerable.Range(1, DateTime.DaysInMonth(day.Year, day.Month)).Select(number => new DateOnly(day.Year, day.Month, number))];

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
