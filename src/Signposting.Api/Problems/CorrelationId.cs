namespace Signposting.Api.Problems;

/// <summary><c>X-Correlation-ID</c>: the caller's when it is a GUID (anything else could carry data about a person into the log), otherwise a new one.</summary>
internal static class CorrelationId
{
    public const string Header = "X-Correlation-ID";

    public static void Set(HttpContext http)
    {
        string? sent = http.Request.Headers[Header];
        http.Response.Headers[Header] = Guid.TryParseExact(sent, "D", out _) ? sent : Guid.NewGuid().ToString();
    }

    public static string? Of(HttpContext http) => http.Response.Headers[Header];
}
