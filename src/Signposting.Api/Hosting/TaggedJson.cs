using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Headers;

namespace Signposting.Api.Hosting;

/// <summary>JSON with an <c>ETag</c>; 304 to a caller who holds it already. Caches must ask each time.</summary>
internal sealed class TaggedJson<T>(T value, JsonTypeInfo<T> type, EntityTagHeaderValue tag) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "no-cache";
        if (!EntityTag.IsHeld(httpContext.Request, tag))
            return response.WriteAsJsonAsync(value, type, cancellationToken: httpContext.RequestAborted);
        response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }
}
