using Microsoft.Net.Http.Headers;
using Signposting.Api.Access;
using Signposting.Api.SearchPage.Rendering;

namespace Signposting.Api.SearchPage.Assets;

/// <summary>The address that pages load style and scripts from.</summary>
internal static class AssetsApi
{
    private const string KeptForAYear = "public, max-age=31536000, immutable";

    public static void MapAssets(this IEndpointRouteBuilder app) => app.MapGet(PageAssets.Path + "/{version}/{name}", Send)
        .AllowAnyone()
        .IsPage();

    private static IResult Send(HttpContext http, string version, string name)
    {
        var assets = PageAssets.Built;
        if (assets.Find(name) is not { } asset)
            return Problems.Refusals.ForStatus(StatusCodes.Status404NotFound);
        var headers = http.Response.Headers;
        // While two versions of the service run side by side, a page of one may load from the other.
        headers.CacheControl = version == assets.Version ? KeptForAYear : "no-store";
        headers.Vary = HeaderNames.AcceptEncoding;
        var (content, encoding) = Choose(http.Request, asset);
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        return TypedResults.Bytes(content, asset.Type);
    }

    private static (byte[] Content, string? Encoding) Choose(HttpRequest request, PageAsset asset)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        if (Accepts("br"))
            return (asset.BrotliContent, "br");
        return Accepts("gzip") ? (asset.GzipContent, "gzip") : (asset.Content, null);

        bool Accepts(string encoding) => accepted.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0);
    }
}
