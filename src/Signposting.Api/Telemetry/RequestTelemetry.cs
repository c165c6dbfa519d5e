using System.Diagnostics;
using Signposting.Api.Access;
using Signposting.Api.Hosting;
using Signposting.Api.Problems;

namespace Signposting.Api.Telemetry;

/// <summary>
/// Counts, times and traces each request by its route and status. The path, the query, headers and the address it came from
/// are never among the tags: a postcode or a name could stand in any of them.
/// </summary>
internal sealed class RequestTelemetry(RequestDelegate next, ILogger<RequestTelemetry> log)
{
    private const string Unmatched = "unmatched";

    public async Task InvokeAsync(HttpContext http)
    {
        var start = Stopwatch.GetTimestamp();
        using var activity = Begin(http);
        try
        {
            await next(http);
        }
        finally
        {
            End(http, activity, Stopwatch.GetElapsedTime(start));
        }
    }

    /// <summary>The caller's trace goes on here by its ids alone; trace state and baggage are text of the caller's.</summary>
    private static Activity? Begin(HttpContext http)
    {
        // The framework's own activity would become the parent, and is not exported.
        Activity.Current = null;
        ActivityContext.TryParse(http.Request.Headers.TraceParent, traceState: null, isRemote: true, out var parent);
        return Meters.Requests.StartActivity("request", ActivityKind.Server, parent);
    }

    private void End(HttpContext http, Activity? activity, TimeSpan took)
    {
        var (method, status) = (MethodOf(http.Request.Method), http.Response.StatusCode);
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? Unmatched;
        Meters.RequestDuration.Record(took.TotalSeconds, new TagList { { "http.request.method", method }, { "http.route", route }, { "http.response.status_code", status } });
        log.Answered(method, route, status, took.TotalMilliseconds, http.Caller().Client ?? "anonymous", CorrelationId.Of(http));
        if (activity is null)
            return;
        activity.DisplayName = $"{method} {route}";
        activity.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("http.response.status_code", status).SetTag("correlation_id", CorrelationId.Of(http));
        if (status >= 500)
            activity.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>A method is text of the caller's too.</summary>
    private static string MethodOf(string method) => method is "GET" or "POST" or "HEAD" or "OPTIONS" or "PUT" or "DELETE" or "PATCH" ? method : "_OTHER";
}
