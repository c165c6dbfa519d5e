using Signposting.Api.Hosting;
using Signposting.Api.SearchPage.Errors;

namespace Signposting.Api.Problems;

/// <summary>Writes a <see cref="Problem"/>, as a page to somebody who looks at one; with the seconds after which trying again makes sense, where that is known.</summary>
internal sealed class ProblemResult(Problem problem, int? retryAfterSeconds = null) : IResult
{
    public Problem Problem => problem;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        if (retryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString();
        if (PageErrors.IsForBrowser(httpContext))
            return PageErrors.PageOf(problem).ExecuteAsync(httpContext);
        var named = problem with { CorrelationId = CorrelationId.Of(httpContext), Demo = httpContext.RequestServices.GetRequiredService<DataOrigin>().Demo };
        return response.WriteAsJsonAsync(named, ApiJson.Answers.Problem, Problem.ContentType, httpContext.RequestAborted);
    }
}
