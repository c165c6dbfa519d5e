using System.Globalization;
using Signposting.Store.Opportunities;

namespace Signposting.Api.Opportunities;

/// <summary>When something usually happens, in words, where its sessions show a weekly habit.</summary>
internal static class ScheduleText
{
    private const int MostHabits = 4;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <param name="sessions">In London's time.</param>
    /// <returns>Null when they are irregular, or too few to tell.</returns>
    public static string? Of(IReadOnlyList<SessionAnswer> sessions)
    {
        var habits = sessions
            .GroupBy(session => (session.Start.DayOfWeek, session.Start.TimeOfDay, End: session.End?.TimeOfDay))
            .OrderBy(habit => ((int)habit.Key.DayOfWeek + 6) % 7).ThenBy(habit => habit.Key.TimeOfDay)
            .ToList();
        if (habits.Count is 0 or > MostHabits || !habits.TrueForAll(habit => IsWeekly([.. habit.Select(session => session.Start.Date)])))
            return null;
        return string.Join(", ", habits
            .GroupBy(habit => Hours(habit.Key.TimeOfDay, habit.Key.End))
            .Select(same => $"{Days([.. same.Select(habit => habit.Key.DayOfWeek)])} {same.Key}"));
    }

    private static bool IsWeekly(List<DateTime> days) =>
        days.Count >= 2 && days.Zip(days.Skip(1)).All(pair => pair.Second - pair.First == Week);

    private static string Days(List<DayOfWeek> days)
    {
        var names = days.Select(day => $"{day}s").ToList();
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
    }

    private static string Hours(TimeSpan start, TimeSpan? end) => end is { } known ? $"{Clock(start)}–{Clock(known)}" : Clock(start);

    private static string Clock(TimeSpan time) => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
}
