using Microsoft.AspNetCore.Antiforgery;

namespace Signposting.Api.SearchPage.Rendering;

/// <summary>The request that a page is rendered for.</summary>
internal sealed class PageContext(IAntiforgery antiforgery)
{
    private AntiforgeryTokenSet? _tokens;

    /// <summary>Set before the page is rendered.</summary>
    public HttpContext Http { get; set; } = null!;

    /// <summary>What every posted form carries. Sets a cookie, so it must be asked for before the page is written.</summary>
    public AntiforgeryTokenSet FormToken => _tokens ??= antiforgery.GetAndStoreTokens(Http);
}
