using System.Globalization;

namespace Signposting.Store.Usage;

/// <summary>How days and lists stand in a column, the same in both engines.</summary>
internal static class UsageText
{
    private const string DayForm = "yyyy-MM-dd";

    public static string Of(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, DayForm, CultureInfo.InvariantCulture);

    /// <summary><c>2026-11</c></summary>
    public static string OfMonth(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static DateOnly Month(string text) => Day(text + "-01");

    /// <summary>Keys and ids hold no blanks.</summary>
    public static string Of(IReadOnlyList<string> list) => string.Join(' ', list);

    public static IReadOnlyList<string> List(string text) => text.Length == 0 ? [] : text.Split(' ');
}
