using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Feeds.Sample.Rpde;

/// <summary>Answers a request for a page (RPDE 1.0: <c>next</c>, <c>items</c>, <c>license</c>).</summary>
internal sealed class FeedEndpoint(FeedPages pages)
{
    public const string ContentType = "application/vnd.openactive.rpde+json; version=1";
    public const string Licence = "https://creativecommons.org/licenses/by/4.0/";

    private static readonly byte[] _end = Encoding.UTF8.GetBytes($",\"license\":\"{Licence}\"}}");

    public async Task AnswerAsync(HttpContext context)
    {
        var (position, error) = pages.Find(context.Request.Query);
        if (error is not null)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, error);
            return;
        }

        var page = pages.At(position);
        var start = Encoding.UTF8.GetBytes($"{{\"next\":\"{JsonEncodedText.Encode(Next(context.Request, page), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\",\"items\":");
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = start.Length + page.Length + _end.Length;
        context.Response.Headers.CacheControl = page.IsFull ? "public, max-age=3600" : "public, max-age=8";
        var body = context.Response.BodyWriter;
        body.Write(start);
        pages.Write(page, body);
        body.Write(_end);
        await body.FlushAsync(context.RequestAborted);
    }

    // The page after the last names its own URL, letter by letter as it was asked for; that is how a reader knows the end.
    private static string Next(HttpRequest request, FeedPage page) =>
        page.Cursor is null
            ? $"{request.Scheme}://{request.Host}{request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget}"
            : string.Create(CultureInfo.InvariantCulture, $"{request.Scheme}://{request.Host}{request.Path}?{page.Cursor}");
}
