using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// Reads <c>exceptDate</c>: days, or times. A schedule happens once a day at most, so that all come down to days; but which day a
/// time means has to be told: publishers write London's midnight as UTC ("2020-07-22T23:00:00Z" is the 23rd), and London's
/// time with a Z behind it ("2020-07-23T11:00:00.000Z" for eleven o'clock in July).
/// </summary>
internal static class ExceptDates
{
    /// <summary>Of years of weekly exceptions; more is no timetable.</summary>
    private const int Most = 500;

    /// <param name="value">As published.</param>
    /// <param name="start">When the schedule starts on its days.</param>
    /// <param name="days">Null when there are none.</param>
    /// <returns>False when one is unreadable: then nothing can be said for certain.</returns>
    internal static bool TryRead(JsonValue value, TimeOnly start, out IReadOnlyList<DateOnly>? days)
    {
        var all = new SortedSet<DateOnly>();
        var isClear = true;
        foreach (var entry in value.Each())
        {
            isClear &= TryAdd(all, Times.Read(entry), entry.Utf8(), start) && all.Count <= Most;
            if (!isClear)
                break;
        }

        days = all.Count == 0 ? null : [.. all];
        return isClear;
    }

    private static bool TryAdd(SortedSet<DateOnly> days, TimeValue time, ReadOnlySpan<byte> text, TimeOnly start)
    {
        switch (time.Form)
        {
            case TimeForm.Date:
                days.Add(time.Date);
                return true;
            case TimeForm.Instant:
                // The day in London, unless the clock time as it stands there is that of the schedule.
                days.Add(IsWrittenAt(text, start) ? time.Date : DateOnly.FromDateTime(time.At.DateTime));
                return true;
            case TimeForm.OutOfRange:
                return true;
            default:
                return false;
        }
    }

    private static bool IsWrittenAt(ReadOnlySpan<byte> text, TimeOnly start)
    {
        var digits = new DigitReader(text.Trim((byte)' ')[Math.Min(11, text.Length)..]);
        return digits.Number(2, out var hour) && digits.Skip(':') && digits.Number(2, out var minute) && hour == start.Hour && minute == start.Minute;
    }
}
