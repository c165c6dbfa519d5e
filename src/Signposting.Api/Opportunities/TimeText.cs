using System.Globalization;
using Signposting.Api.Hosting;

namespace Signposting.Api.Opportunities;

/// <summary>Reads the forms of ISO 8601 that a search takes. Without a zone a time is London's, never UTC.</summary>
internal static class TimeText
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Nothing is published for other years, and the ends of the calendar leave no room to count from.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    private static readonly string[] WithZone =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'",
    ];

    private static readonly string[] WithoutZone = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFF"];

    /// <param name="endOfDay">Whether a day alone stands for its end (the next midnight) instead of its start.</param>
    public static bool TryRead(string text, bool endOfDay, out DateTimeOffset time)
    {
        if (DateTimeOffset.TryParseExact(text, WithZone, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time))
            return time.Year is >= FirstYear and <= LastYear;
        var isDay = DateTime.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        if (!isDay && !DateTime.TryParseExact(text, WithoutZone, CultureInfo.InvariantCulture, DateTimeStyles.None, out local))
            return false;
        if (local.Year is < FirstYear or > LastYear)
            return false;
        time = LondonTime.At(isDay && endOfDay ? local.AddDays(1) : local);
        return true;
    }
}
