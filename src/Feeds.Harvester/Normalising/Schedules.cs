using System.Text;
using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// Reads <c>eventSchedule</c>: Schedules and PartialSchedules, one or several. Here they are put into words;
/// what can be expanded is read by <see cref="Recurrences"/>.
/// </summary>
internal static class Schedules
{
    /// <summary>"Tuesdays 10:00–11:00"; several are joined by "; ".</summary>
    internal static string? Words(JsonValue value)
    {
        List<string>? all = null;
        foreach (var schedule in value.Each())
        {
            if (WordsOf(schedule) is { } words && all?.Contains(words) != true)
                (all ??= []).Add(words);
            if (all?.Count == NormalisingLimits.Schedules)
                break;
        }

        return all is null ? null : string.Join("; ", all);
    }

    /// <summary>The value as published; null when absent or longer than 8 KB.</summary>
    internal static string? Json(JsonValue value)
    {
        if (!value.Each().Any(schedule => schedule.IsObject()))
            return null;
        var raw = value.Raw;
        return raw.Length <= NormalisingLimits.ScheduleJsonBytes ? Encoding.UTF8.GetString(raw) : null;
    }

    /// <summary>From the first day of all schedules to the end of the last; open where one of them is.</summary>
    internal static (DateTimeOffset? Start, DateTimeOffset? End) Period(JsonValue value)
    {
        DateTimeOffset? start = null;
        DateTimeOffset? end = null;
        var isOpen = false;
        foreach (var schedule in value.Each())
        {
            var from = Times.Read(schedule.Get(Property.StartDate));
            var to = Periods.EndOf(Times.Read(schedule.Get(Property.EndDate)));
            start = from.Form >= TimeForm.Date && !(start < from.At) ? from.At : start;
            end = to is not null && !(end > to) ? to : end;
            isOpen |= to is null;
        }

        return (start, isOpen || end <= start ? null : end);
    }

    private static string? WordsOf(JsonValue schedule)
    {
        if (!schedule.IsObject())
            return null;
        var words = string.Join(' ', new[] { ScheduleDays.Words(schedule), Clock(schedule) }.OfType<string>());
        if (words.Length == 0)
            return null;
        var named = !schedule.Get(Property.ByDay).IsAbsent();
        return named && ScheduleFrequency.WeeksApart(schedule) is { } weeks ? $"{words}, every {weeks} weeks" : words;
    }

    private static string? Clock(JsonValue schedule)
    {
        if (ClockTimes.Read(schedule.Get(Property.StartTime)) is not { } start)
            return null;
        var duration = Durations.Read(schedule.Get(Property.Duration));
        var end = ClockTimes.Read(schedule.Get(Property.EndTime)) ?? (duration < TimeSpan.FromDays(1) ? start.Add(duration.Value) : null);
        return end is null ? $"{start:HH\\:mm}" : $"{start:HH\\:mm}–{end:HH\\:mm}";
    }
}
