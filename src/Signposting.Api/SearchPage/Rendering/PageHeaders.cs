using Signposting.Api.SearchPage.Assets;

namespace Signposting.Api.SearchPage.Rendering;

/// <summary>What a browser may do with a page: load from here (and map tiles from the configured server), run no inline script, and tell nobody where it was.</summary>
internal sealed class PageHeaders(PageSettings settings)
{
    private readonly string _contentSecurityPolicy = string.Join(
        "; ",
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "font-src 'none'",
        $"img-src 'self' data:{(settings.TileOrigin is { } origin ? " " + origin : "")}",
        "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'");

    public void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = _contentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    }
}
