using System.Globalization;
using Signposting.Api.Opportunities;

namespace Signposting.Api.SearchPage.Wording;

/// <summary>Days and times as the NHS writes them: "Tuesday 24 November, 10:30am to 11:30am". All in London's time.</summary>
internal static class WhenWords
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <param name="now">In London.</param>
    public static string Of(SessionAnswer session, DateTimeOffset now) =>
        $"{Day(session.Start, now)}, {Clock(session.Start)}{(session.End is { } end && end.Date == session.Start.Date ? $" to {Clock(end)}" : "")}";

    /// <summary>"Today", "Tomorrow", "Tuesday 24 November", with the year when it is another.</summary>
    public static string Day(DateTimeOffset day, DateTimeOffset now) => (day.Date - now.Date).Days switch
    {
        0 => "Today",
        1 => "Tomorrow",
        _ => day.ToString(day.Year == now.Year ? "dddd d MMMM" : "dddd d MMMM yyyy", English),
    };

    /// <summary>"24 November 2026".</summary>
    public static string Date(DateTimeOffset day) => day.ToString("d MMMM yyyy", English);

    /// <summary>"10am", "10:30am", "midday", "midnight".</summary>
    public static string Clock(DateTimeOffset time) => (time.Hour, time.Minute) switch
    {
        (0, 0) => "midnight",
        (12, 0) => "midday",
        (_, 0) => time.ToString("%h", English) + Half(time),
        _ => time.ToString("h:mm", English) + Half(time),
    };

    private static string Half(DateTimeOffset time) => time.Hour < 12 ? "am" : "pm";
}
