using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

internal enum TimeForm : byte
{
    Absent,
    Unreadable,
    OutOfRange,

    /// <summary>A day without a time; <see cref="TimeValue.At"/> is its midnight in London.</summary>
    Date,
    Instant,
}

/// <summary>A published <c>startDate</c> or <c>endDate</c>. <see cref="At"/> has the offset of London.</summary>
internal readonly record struct TimeValue(TimeForm Form, DateTimeOffset At, DateOnly Date)
{
    internal bool IsInstant => Form == TimeForm.Instant;

    internal bool IsDate => Form == TimeForm.Date;
}

/// <summary>
/// ISO 8601 as publishers write it: with or without seconds, fractions, offset and time. A time without an offset is
/// meant as London's, never as UTC.
/// </summary>
internal static class Times
{
    private const int MaxOffsetMinutes = 14 * 60;

    internal static TimeValue Read(JsonValue value)
    {
        value = value.First();
        if (value.IsAbsent())
            return default;
        return value.IsString() ? Read(value.Utf8()) : new(TimeForm.Unreadable, default, default);
    }

    internal static TimeValue Read(ReadOnlySpan<byte> text)
    {
        var digits = new DigitReader(text.Trim((byte)' '));
        if (!digits.Number(4, out var year) || !digits.Skip('-') || !digits.Number(2, out var month) || !digits.Skip('-') || !digits.Number(2, out var day)
            || month is 0 or > 12 || year == 0 || day == 0 || day > DateTime.DaysInMonth(year, month))
            return new(TimeForm.Unreadable, default, default);
        if (year is < NormalisingLimits.FirstYear or > NormalisingLimits.LastYear)
            return new(TimeForm.OutOfRange, default, default);

        var date = new DateOnly(year, month, day);
        if (digits.IsAtEnd)
            return new(TimeForm.Date, London.Midnight(date), date);
        return ReadClock(ref digits, out var clock) && ReadOffset(ref digits, out var offset) && digits.IsAtEnd
            ? new(TimeForm.Instant, At(date, clock, offset), date)
            : new(TimeForm.Unreadable, default, default);
    }

    private static DateTimeOffset At(DateOnly date, TimeSpan clock, TimeSpan? offset)
    {
        var local = date.ToDateTime(TimeOnly.MinValue) + clock;
        return offset is { } known ? London.Show(new DateTimeOffset(local, TimeSpan.Zero) - known) : London.FromLocal(local);
    }

    /// <summary>24:00 is the end of the day; a leap second counts as the second before it.</summary>
    private static bool ReadClock(ref DigitReader digits, out TimeSpan clock)
    {
        clock = default;
        if (!(digits.Skip('T') || digits.Skip('t') || digits.Skip(' ')) || !digits.Number(2, out var hour) || !digits.Skip(':') || !digits.Number(2, out var minute))
            return false;
        var second = 0;
        var fraction = 0L;
        if (digits.Skip(':') && !digits.Number(2, out second))
            return false;
        if ((digits.Skip('.') || digits.Skip(',')) && !digits.Fraction(out fraction))
            return false;
        if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && (minute > 0 || second > 0)))
            return false;
        clock = new TimeSpan(hour, minute, Math.Min(second, 59)) + new TimeSpan(fraction);
        return true;
    }

    private static bool ReadOffset(ref DigitReader digits, out TimeSpan? offset)
    {
        offset = null;
        if (digits.IsAtEnd)
            return true;
        if (digits.Skip('Z') || digits.Skip('z'))
        {
            offset = TimeSpan.Zero;
            return true;
        }

        var sign = digits.Skip('+') ? 1 : digits.Skip('-') ? -1 : 0;
        if (sign == 0 || !digits.Number(2, out var hours))
            return false;
        digits.Skip(':');
        var minutes = 0;
        if (!digits.IsAtEnd && !digits.Number(2, out minutes))
            return false;
        var total = (hours * 60) + minutes;
        offset = TimeSpan.FromMinutes(sign * total);
        return total <= MaxOffsetMinutes && minutes < 60;
    }
}
