using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>Reads <c>startTime</c> and <c>endTime</c> of a schedule.</summary>
internal static class ClockTimes
{
    /// <summary><c>9:30</c>, <c>09:30</c>, <c>09:30:00</c>, also behind a <c>T</c>; null for anything else.</summary>
    internal static TimeOnly? Read(JsonValue value)
    {
        var text = value.First().Utf8().Trim((byte)' ');
        var digits = new DigitReader(text[(text.IndexOf((byte)'T') + 1)..]);
        return (digits.Number(2, out var hour) || digits.Number(1, out hour)) && digits.Skip(':') && digits.Number(2, out var minute) && hour < 24 && minute < 60
            ? new TimeOnly(hour, minute)
            : null;
    }
}
