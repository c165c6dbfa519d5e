namespace Signposting.Api.Problems;

/// <summary>Headers of every answer, unless an address has better ones of its own: answers carry what publishers wrote, and what was asked for a patient.</summary>
internal static class SafeHeaders
{
    private const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        // No browser may take an answer for a page, run what is in it, show it in a frame, or say where it was read.
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Nothing;
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        // Whoever wants to be kept says so.
        headers.CacheControl = "no-store";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
    }
}
