using Signposting.Api.Hosting;
using Signposting.Api.Problems;

namespace Signposting.Api.Opportunities;

/// <summary>Reads <c>from</c> and <c>to</c>.</summary>
internal static class TimeWindow
{
    /// <param name="length">How long it is when <c>to</c> is left out.</param>
    /// <returns>The window that counts, and what was sent as from when that is past.</returns>
    public static (DateTimeOffset From, DateTimeOffset To, DateTimeOffset? FromAsked) Read(SentParameters sent, ParameterErrors errors, DateTimeOffset now, TimeSpan length)
    {
        var from = Time(sent, SearchParameters.From, errors, endOfDay: false) ?? now;
        // What is over is never answered; the answer shows the time that counted and the one that was sent.
        DateTimeOffset? asked = from < now ? from : null;
        from = asked is null ? from : now;
        var to = Time(sent, SearchParameters.To, errors, endOfDay: true) ?? LondonTime.Of(from + length);
        if (errors.Has("from") || errors.Has("to"))
            return (from, to, asked);
        if (to <= from)
            errors.Add("to", "must be after from (when from is left out or past, after now)");
        else if (to - from > SearchLimits.LongestWindow)
            errors.Add("to", $"must be at most {SearchLimits.LongestWindow.TotalDays} days after from");
        return (from, to, asked);
    }

    /// <summary>A time in London; null when it was not sent, or is none, which is then noted.</summary>
    public static DateTimeOffset? Time(SentParameters sent, SearchParameter parameter, ParameterErrors errors, bool endOfDay)
    {
        if (sent.One(parameter) is not { } text)
            return null;
        if (TimeText.TryRead(text, endOfDay, out var time))
            return LondonTime.Of(time);
        errors.Add(parameter.Name, text.Contains(' ', StringComparison.Ordinal)
            ? "holds a blank; a + in a query means a blank, so write it as %2B: 2026-11-22T09:00:00%2B01:00"
            : "is not a time in ISO 8601; write for example 2026-11-22T09:00:00Z, 2026-11-22T09:00 (Europe/London) or 2026-11-22, of the years 1900 to 2200");
        return null;
    }
}
