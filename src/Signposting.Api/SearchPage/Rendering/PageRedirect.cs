namespace Signposting.Api.SearchPage.Rendering;

/// <summary>303: what was posted is done, and the browser gets the page that shows it, which can be loaded again without posting again.</summary>
internal sealed class PageRedirect(string address) : IResult
{
    /// <param name="address">A path of ours.</param>
    public static PageRedirect To(string address) => new(address);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        httpContext.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
