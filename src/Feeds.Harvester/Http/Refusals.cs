using System.Net;

namespace Feeds.Harvester.Http;

/// <summary>What a status other than success or redirect means.</summary>
internal static class Refusals
{
    public static Attempt Of(HttpResponseMessage response, string host, FeedHttpOptions options) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.Forbidden => Wait(response, host, options),
        HttpStatusCode.NotFound => Attempt.Final(Faults.NotFound(host)),
        HttpStatusCode.Gone => Attempt.Final(Faults.Gone(host)),
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => Attempt.Passing(Faults.Status(host, (int)response.StatusCode)),
        _ => Attempt.Final(Faults.Status(host, (int)response.StatusCode)),
    };

    private static Attempt Wait(HttpResponseMessage response, string host, FeedHttpOptions options)
    {
        var now = options.Time.GetUtcNow();
        var asked = RetryAfter.Read(response.Headers, now);
        var wait = asked ?? RetryAfter.Unsaid((int)response.StatusCode, Retrying.NextDouble(options.Random));
        var fault = Faults.RateLimited(host, (int)response.StatusCode, now + wait);
        return wait <= options.LongestWait ? Attempt.Passing(fault, wait) : Attempt.Final(fault);
    }
}
