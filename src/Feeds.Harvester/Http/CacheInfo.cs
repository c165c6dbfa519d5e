using System.Globalization;
using System.Net.Http.Headers;

namespace Feeds.Harvester.Http;

/// <summary>What the cache headers of an answer say about how long it stays true.</summary>
/// <param name="MaxAge"><c>Cache-Control: max-age</c>, or null.</param>
/// <param name="ExpiresIn"><c>Expires</c> less <c>Date</c>, or null.</param>
public readonly record struct CacheInfo(TimeSpan? MaxAge, TimeSpan? ExpiresIn)
{
    private const string MaxAgeDirective = "max-age=";

    internal static CacheInfo Read(HttpResponseMessage response, DateTimeOffset now)
    {
        var sent = HttpDate.Read(response.Headers, "Date") ?? now;
        var expires = HttpDate.Read(response.Content.Headers, "Expires");
        return new CacheInfo(ReadMaxAge(response.Headers), expires is { } at && at > sent ? at - sent : null);
    }

    /// <summary>Reads the directive by hand, so that one malformed directive beside it does no harm.</summary>
    private static TimeSpan? ReadMaxAge(HttpResponseHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Cache-Control", out var values))
        {
            return null;
        }

        foreach (var directive in values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (directive.StartsWith(MaxAgeDirective, StringComparison.OrdinalIgnoreCase)
                && long.TryParse(directive[MaxAgeDirective.Length..].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            {
                return TimeSpan.FromSeconds(Math.Min(seconds, (long)TimeSpan.FromDays(365).TotalSeconds));
            }
        }

        return null;
    }
}
