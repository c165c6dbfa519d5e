using System.Globalization;
using System.Text.RegularExpressions;
using Signposting.Api.Opportunities;

namespace Signposting.Api.SearchPage.Wording;

/// <summary>When something happens, for paper: no "today" or "tomorrow", which the paper outlives.</summary>
internal static partial class HabitWords
{
    /// <summary>A habit in the short form of an answer ("Tuesdays 10:00–11:00") as one would say it ("Tuesdays, 10am to 11am").</summary>
    public static string Of(string schedule) => ShortForm().Replace(schedule, match =>
    {
        var from = Clock(match.Groups[1], match.Groups[2]);
        return match.Groups[3].Success ? $", {from} to {Clock(match.Groups[3], match.Groups[4])}" : $", {from}";
    });

    /// <summary>"Tuesday 1 December".</summary>
    public static string Day(DateTimeOffset day) => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>"Tuesday 1 December, 10am to 11am".</summary>
    public static string Of(SessionAnswer session) =>
        $"{Day(session.Start)}, {WhenWords.Clock(session.Start)}{(session.End is { } end && end > session.Start && end.Date == session.Start.Date ? $" to {WhenWords.Clock(end)}" : "")}";

    private static string Clock(Group hour, Group minute) =>
        int.TryParse(hour.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && int.TryParse(minute.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && hours < 24 && minutes < 60
            ? WhenWords.Clock(new DateTimeOffset(2000, 1, 1, hours, minutes, 0, TimeSpan.Zero))
            : $"{hour.Value}:{minute.Value}";

    [GeneratedRegex(@"(?<=[a-z]) (\d{2}):(\d{2})(?:–(\d{2}):(\d{2}))?", RegexOptions.CultureInvariant)]
    private static partial Regex ShortForm();
}
