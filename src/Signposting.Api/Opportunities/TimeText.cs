using System.Globalization;
using Signposting.Api.Hosting;

namespace Signposting.Api.Opportunities;

/// <summary>Reads the forms of ISO 8601 that a search takes. Without a zone a time is London's, never UTC.</summary>
internal static class TimeText
{
    private const string Day = "yyyy-MM-dd";

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
            return true;
        if (DateTime.TryParseExact(text, WithoutZone, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            time = LondonTime.At(local);
            return true;
        }

        if (!DateTime.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year > 9000)
            return false;
        time = LondonTime.At(endOfDay ? day.AddDays(1) : day);
        return true;
    }
}
