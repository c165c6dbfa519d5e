using Signposting.Api.Access;

namespace Signposting.Api.StartPage;

/// <summary>The address <c>/</c>.</summary>
internal static class StartPageApi
{
    public static void MapStartPage(this IEndpointRouteBuilder app) =>
        app.MapGet("/", (HttpContext http, StartPageHtml page) =>
            {
                http.Response.Headers.CacheControl = "no-store";
                http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
                return TypedResults.Content(page.Render(), "text/html; charset=utf-8");
            })
            .AllowAnyone()
            .ExcludeFromDescription();
}
