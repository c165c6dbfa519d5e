namespace Signposting.Store.Opportunities;

/// <summary>
/// A full Schedule (Modelling Opportunity Data, Schedule) in one form: enough to tell on which days it happens. Times are those
/// of a clock in <see cref="Zone"/>. Never made of a PartialSchedule, which must not be extrapolated.
/// </summary>
public sealed record Recurrence
{
    /// <summary><c>startTime</c>.</summary>
    public required TimeOnly Start { get; init; }

    /// <summary>How long one occurrence lasts; null when not stated.</summary>
    public int? Seconds { get; init; }

    /// <summary>The unit of <c>repeatFrequency</c>.</summary>
    public required RepeatUnit Unit { get; init; }

    /// <summary>Every how many units, counted from <see cref="From"/>; 1 where that is null.</summary>
    public int Every { get; init; } = 1;

    /// <summary><c>startDate</c>: the first day that counts. Null only where nothing is counted from it.</summary>
    public DateOnly? From { get; init; }

    /// <summary><c>endDate</c>, included.</summary>
    public DateOnly? To { get; init; }

    /// <summary><c>byDay</c>.</summary>
    public IReadOnlyList<RepeatDay>? Days { get; init; }

    /// <summary><c>byMonthDay</c>: 1 to 31, or -1 for the last day and so on.</summary>
    public IReadOnlyList<int>? MonthDays { get; init; }

    /// <summary><c>byMonth</c>: 1 to 12.</summary>
    public IReadOnlyList<int>? Months { get; init; }

    /// <summary><c>repeatCount</c>: how many there are from <see cref="From"/> on, the excepted ones included (RFC 5545, 3.8.5.1).</summary>
    public int? Count { get; init; }

    /// <summary>Days on which it does not happen (<c>exceptDate</c>).</summary>
    public IReadOnlyList<DateOnly>? Except { get; init; }

    /// <summary>IANA name of <c>scheduleTimezone</c>; null: Europe/London.</summary>
    public string? Zone { get; init; }
}

/// <summary>A day of <c>byDay</c>.</summary>
/// <param name="Weekday">1 (Monday) to 7.</param>
/// <param name="Ordinal">0: each one. 2: the second of the month. -1: its last.</param>
public readonly record struct RepeatDay(int Weekday, int Ordinal);

/// <summary>The unit in which a schedule repeats.</summary>
public enum RepeatUnit : byte
{
    Once = 1,
    Day = 2,

    /// <summary>From Monday to Sunday.</summary>
    Week = 3,
    Month = 4,
    Year = 5,
}
