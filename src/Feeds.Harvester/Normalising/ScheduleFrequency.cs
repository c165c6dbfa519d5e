using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>Reads <c>repeatFrequency</c> (<c>P1W</c>, <c>P7D</c>, <c>P14D</c>, <c>P1M</c>).</summary>
internal static class ScheduleFrequency
{
    /// <summary>How often, where no day is named; null when not stated.</summary>
    internal static string? Words(JsonValue schedule) => Read(schedule) switch
    {
        (1, 'D') => "Every day",
        (1, 'W') => "Weekly",
        (1, 'M') => "Monthly",
        (1, 'Y') => "Yearly",
        ( > 1, 'D') and var (count, _) => $"Every {count} days",
        ( > 1, 'W') and var (count, _) => $"Every {count} weeks",
        ( > 1, 'M') and var (count, _) => $"Every {count} months",
        _ => null,
    };

    /// <summary>Weeks from one time to the next, where more than one.</summary>
    internal static int? WeeksApart(JsonValue schedule) => Read(schedule) is ( > 1, 'W') and var (count, _) ? count : null;

    /// <summary>Every how many of which unit; seven days are a week.</summary>
    internal static (int Count, char Unit)? Read(JsonValue schedule)
    {
        var text = schedule.Get(Property.RepeatFrequency).First().Utf8();
        if (text.Length is < 3 or > 5 || text[0] != 'P')
            return null;
        var digits = new DigitReader(text[1..^1]);
        if (!digits.Number(text.Length - 2, out var count) || count == 0)
            return null;
        var unit = (char)text[^1];
        return unit == 'D' && count % 7 == 0 ? (count / 7, 'W') : (count, unit);
    }
}
