using Microsoft.Net.Http.Headers;

namespace Signposting.Api.Hosting;

/// <summary>
/// HEAD is answered wherever GET is (RFC 9110, 9.3.2): by the same endpoint, as if GET had been sent. The server sends no body to
/// HEAD, whatever is written. Monitors and link checkers ask so, and are counted neither as searches nor as views.
/// </summary>
internal static class HeadRequests
{
    public static void UseHead(this IApplicationBuilder app) => app.Use(static async (http, next) =>
    {
        if (HttpMethods.IsHead(http.Request.Method))
            await AnswerAsync(http, next);
        else
            await next(http);
        var headers = http.Response.Headers;
        if (http.Response is { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false } && headers.Allow.ToString().Split(", ").Contains(HttpMethods.Get))
            headers[HeaderNames.Allow] = $"{headers.Allow}, {HttpMethods.Head}";
    });

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        http.Features.Set(new OnlyHead());
        http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
        }
    }

    /// <summary>Only the headers of the answer are wanted.</summary>
    public static bool WantsOnlyHead(this HttpContext http) => http.Features.Get<OnlyHead>() is not null;

    private sealed record OnlyHead;
}
