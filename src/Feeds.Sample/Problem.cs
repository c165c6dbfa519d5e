using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Feeds.Sample;

/// <summary>An error as a problem document (RFC 9457).</summary>
internal static class Problem
{
    public static Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        return context.Response.WriteAsync($$"""{"status":{{status}},"detail":"{{JsonEncodedText.Encode(detail)}}"}""", context.RequestAborted);
    }
}
