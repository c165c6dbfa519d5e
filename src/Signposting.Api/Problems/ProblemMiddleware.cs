using Signposting.Api.Hosting;
using Signposting.Store;

namespace Signposting.Api.Problems;

/// <summary>The outermost layer: every request gets a correlation id, and every failure ends as a problem document without details of the inside.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    private const int StoreRetrySeconds = 5;

    public async Task InvokeAsync(HttpContext http)
    {
        CorrelationId.Set(http);
        SafeHeaders.Set(http);
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
                await Refusals.ForStatus(http.Response.StatusCode).ExecuteAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: nobody reads an answer.
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            await AnswerFailure(http, error).ExecuteAsync(http);
        }
    }

    private ProblemResult AnswerFailure(HttpContext http, Exception error)
    {
        switch (error)
        {
            case StoreNotOpenException notOpen:
                return Refusals.StoreUnavailable(notOpen.Message, StoreNotOpenException.RetrySeconds);
            case StoreException:
                log.StoreFailed(CorrelationId.Of(http), error);
                return Refusals.StoreUnavailable("The store does not answer; the operator finds the reason in the log under the correlation id.", StoreRetrySeconds);
            case BadHttpRequestException bad:
                return Refusals.ForStatus(bad.StatusCode);
            default:
                log.RequestFailed(CorrelationId.Of(http), error);
                return Refusals.Internal();
        }
    }
}
