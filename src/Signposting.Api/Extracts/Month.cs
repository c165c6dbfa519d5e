using System.Globalization;
using Signposting.Api.Hosting;

namespace Signposting.Api.Extracts;

/// <summary>A calendar month in Europe/London.</summary>
internal readonly record struct Month(DateOnly First)
{
    private const string Form = "yyyy-MM";

    /// <summary>After the end of a month, until what was recorded in its last minutes is surely written: the recorder tries for five minutes.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(10);

    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public Month Next => new(First.AddMonths(1));

    /// <summary>From when on it can be published.</summary>
    public DateTimeOffset PublishedFrom => LondonTime.At(First.AddMonths(1).ToDateTime(TimeOnly.MinValue)) + Settling;

    public static Month Of(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1));

    public static Month Now(TimeProvider time) => Of(DateOnly.FromDateTime(LondonTime.Now(time).DateTime));

    /// <summary>The last month that can be published by now.</summary>
    public static Month LastPublishable(TimeProvider time)
    {
        var before = new Month(Now(time).First.AddMonths(-1));
        return before.PublishedFrom <= time.GetUtcNow() ? before : new Month(before.First.AddMonths(-1));
    }

    /// <summary>Months that have begun and cannot be published yet, newest first.</summary>
    public static IEnumerable<Month> InProgress(TimeProvider time)
    {
        for (var month = Now(time); month.First > LastPublishable(time).First; month = new Month(month.First.AddMonths(-1)))
            yield return month;
    }

    /// <summary>Null: it is not written as <c>2026-11</c>.</summary>
    public static Month? Read(string text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year > 1 && first.Year < 9999 ? new Month(first) : null;

    public override string ToString() => First.ToString(Form, CultureInfo.InvariantCulture);
}
