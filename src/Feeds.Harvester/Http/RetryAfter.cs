using System.Net.Http.Headers;

namespace Feeds.Harvester.Http;

/// <summary>How long a publisher asks us to wait.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Reads <c>Retry-After</c> as seconds or as a date, clamped to 1 second to 24 hours; null when there is none
    /// that can be understood.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (!headers.NonValidated.TryGetValues("Retry-After", out var values) || values.ToString().Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        var digits = text.TrimStart('-');
        if (digits.Length > 0 && digits.All(char.IsAsciiDigit))
        {
            return digits.Length < text.Length ? Shortest : Clamped(Seconds(digits));
        }

        // Against the publisher's own Date, so that a clock that is wrong on both headers does no harm.
        var sent = HttpDate.Read(headers, "Date") ?? now;
        return HttpDate.Parse(text) is { } at ? Clamped(at - sent) : null;
    }

    /// <summary>The wait when nothing was said: RPDE asks for a random 60 to 120 minutes after 503, and 403 is how one
    /// large platform says the same; after 429 ten to twenty are enough.</summary>
    public static TimeSpan Unsaid(int status, double random) =>
        TimeSpan.FromMinutes(status == 429 ? 10 + (10 * random) : 60 + (60 * random));

    private static TimeSpan Seconds(string digits) =>
        digits.TrimStart('0') is { Length: <= 6 } few ? TimeSpan.FromSeconds(few.Length == 0 ? 0 : int.Parse(few)) : Longest;

    private static TimeSpan Clamped(TimeSpan wait) => wait < Shortest ? Shortest : wait > Longest ? Longest : wait;
}
