using System.Globalization;
using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>Reads <c>byDay</c> and its kin into words.</summary>
internal static class ScheduleDays
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>Each entry of <c>byDay</c>: which of its kind in the month (0: each), and which day (0: Monday, 7: public holidays); null: unreadable.</summary>
    internal static List<(int Ordinal, int Index)?> All(JsonValue schedule) => schedule.Get(Property.ByDay).Each().Take(NormalisingLimits.Labels, Read);

    /// <summary>"Tuesdays", "Mondays and Fridays", "Every day", "2nd Tuesday of the month"; null when the days are not stated.</summary>
    internal static string? Words(JsonValue schedule)
    {
        var weekly = new bool[Days.Length];
        List<string> others = [];
        foreach (var entry in All(schedule))
        {
            if (entry is not { } day)
                continue;
            if (day.Ordinal == 0 && day.Index < Days.Length)
                weekly[day.Index] = true;
            else if (Other(day) is var words && !others.Contains(words))
                others.Add(words);
        }

        var all = Array.TrueForAll(weekly, day => day) ? ["Every day"] : Days.Where((_, index) => weekly[index]).Select(day => $"{day}s");
        return Join([.. all, .. others]) ?? MonthDays(schedule) ?? ScheduleFrequency.Words(schedule);
    }

    private static string Other((int Ordinal, int Index) day) =>
        day.Index == Days.Length ? "public holidays" : $"{Ordinal(day.Ordinal)} {Days[day.Index]} of the month";

    private static string Ordinal(int number) => number switch
    {
        -1 => "last",
        1 => "1st",
        2 => "2nd",
        3 => "3rd",
        < 0 => $"{Ordinal(-number)} last",
        _ => $"{number}th",
    };

    /// <summary><c>https://schema.org/Monday</c>, <c>Monday</c>, or iCalendar's <c>MO</c>, <c>2MO</c>, <c>-1FR</c> (RFC 5545, 3.3.10).</summary>
    private static (int Ordinal, int Index)? Read(JsonValue value)
    {
        var word = value.Word(stackalloc char[JsonValues.WordRoom]).ToString();
        if (word is "publicholidays")
            return (0, Days.Length);
        var letters = word.TrimStart('+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var index = Array.FindIndex(Days, day =>
            day.Equals(letters, StringComparison.OrdinalIgnoreCase) || (letters.Length is 2 or 3 && day.StartsWith(letters, StringComparison.OrdinalIgnoreCase)));
        var prefix = word[..^letters.Length];
        if (index < 0)
            return null;
        return prefix.Length == 0 ? (0, index)
            : int.TryParse(prefix, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ordinal) && ordinal is not 0 and >= -5 and <= 5 ? (ordinal, index)
            : null;
    }

    private static string? MonthDays(JsonValue schedule)
    {
        var days = schedule.Get(Property.ByMonthDay).Each().Take(NormalisingLimits.Labels, day => day.Integer())
            .Where(day => day is >= 1 and <= 31).Distinct().Order().Select(day => $"{day}").ToArray();
        return days.Length == 0 ? null : $"Day {Join(days)} of the month";
    }

    private static string? Join(string[] words) => words.Length switch
    {
        0 => null,
        1 => words[0],
        _ => $"{string.Join(", ", words[..^1])} and {words[^1]}",
    };
}
