using Signposting.Api.Problems;
using Signposting.Api.SearchPage.Assets;
using Signposting.Api.SearchPage.Rendering;

namespace Signposting.Api.SearchPage.Errors;

/// <summary>Whether a refusal is read by a person in a browser, and the page that it then is.</summary>
internal static class PageErrors
{
    public static bool IsForBrowser(HttpContext http)
    {
        if (http.GetEndpoint() is RouteEndpoint endpoint)
            return endpoint.Metadata.GetMetadata<PageEndpoint>() is not null;
        // Nothing stands at this address, or it does not take this method.
        var path = http.Request.Path;
        return !path.StartsWithSegments("/v1") && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    /// <param name="problem">What a machine would be told.</param>
    public static IResult PageOf(Problem problem) => new HtmlPage<ProblemPage>(
        new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ProblemPage.Problem)] = WordsOf(problem) }, problem.Status);

    private static ProblemWords WordsOf(Problem problem) => problem.Status switch
    {
        StatusCodes.Status401Unauthorized => new("You need to sign in", ["This service is open to known clients only. The person who runs it can say how your browser reaches it.", problem.Detail]),
        StatusCodes.Status403Forbidden => new("You cannot use this page", [problem.Detail]),
        StatusCodes.Status404NotFound when problem.Type == "about:blank" => new("Page not found", ["If you typed the web address, check it is correct.", "If you pasted it, check you copied all of it."]),
        StatusCodes.Status410Gone => new("This activity is no longer offered", [problem.Detail, "Search again to find others nearby."]),
        StatusCodes.Status429TooManyRequests => new("Too many requests", ["Your network has asked for many pages in a short time. Wait a minute and try again.", "If this happens often, tell the person who runs this service: they can raise the limit."]),
        StatusCodes.Status503ServiceUnavailable => new("The service is not ready", ["It has only just started, or its data cannot be read at the moment. This page tries again by itself."]) { RefreshSeconds = 5 },
        StatusCodes.Status500InternalServerError => new("Sorry, there is a problem with the service", ["It is our fault, not yours, and it has been noted. Try again later."]),
        _ => new(problem.Title.TrimEnd('.'), [problem.Detail]),
    };
}
