using Signposting.Api.Problems;

namespace Signposting.Api.Access;

/// <summary>How a request is refused before its endpoint is reached.</summary>
internal static class AccessRefusals
{
    private const int IssuerRetrySeconds = 10;

    public static ProblemResult Unauthenticated(string reason) => new(new Problem
    {
        Type = "urn:signposting:problem:unauthenticated",
        Title = "Who calls is not known.",
        Status = StatusCodes.Status401Unauthorized,
        Detail = reason,
    });

    public static ProblemResult Forbidden(string scope) => new(new Problem
    {
        Type = "urn:signposting:problem:forbidden",
        Title = "The credential does not open this.",
        Status = StatusCodes.Status403Forbidden,
        Detail = $"It does not have the scope {scope}. The operator of this service gives scopes.",
    });

    /// <summary>For an endpoint that says nothing of who may call it: a bug, and closed until it is repaired.</summary>
    public static ProblemResult Closed() => new(new Problem
    {
        Type = "urn:signposting:problem:closed",
        Title = "This address is closed.",
        Status = StatusCodes.Status403Forbidden,
    });

    public static ProblemResult TooMany(bool isClient, int perMinute, int retryAfterSeconds) => new(
        new Problem
        {
            Type = "urn:signposting:problem:rate-limited",
            Title = "Too many requests.",
            Status = StatusCodes.Status429TooManyRequests,
            Detail = isClient
                ? $"A client may send {perMinute} requests a minute. Try again after Retry-After seconds."
                : $"An address without a credential may send {perMinute} requests a minute. Try again after Retry-After seconds, or ask the operator of this service for a key.",
        },
        retryAfterSeconds);

    public static ProblemResult IssuerUnavailable() => new(
        new Problem
        {
            Type = "urn:signposting:problem:issuer-unavailable",
            Title = "Tokens cannot be checked at the moment.",
            Status = StatusCodes.Status503ServiceUnavailable,
            Detail = "The issuer of the tokens does not answer with its keys. An API key (X-Api-Key) works without it.",
        },
        IssuerRetrySeconds);
}
