using System.Text;
using Signposting.Api.Hosting;

namespace Signposting.Api.Opportunities;

/// <summary>An opportunity as <c>text/calendar</c> with an <c>ETag</c>; 304 to a caller who holds it already.</summary>
internal sealed class CalendarResult(OpportunityAnswer item, bool demo) : IResult
{
    public const string ContentType = "text/calendar";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var content = Encoding.UTF8.GetBytes(OpportunityCalendar.Of(item, demo));
        var tag = EntityTag.Of(content);
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "no-cache";
        if (EntityTag.IsHeld(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = $"{ContentType}; charset=utf-8";
        response.Headers.ContentDisposition = $"inline; filename=\"{item.Id}.ics\"";
        return response.Body.WriteAsync(content, httpContext.RequestAborted).AsTask();
    }
}
