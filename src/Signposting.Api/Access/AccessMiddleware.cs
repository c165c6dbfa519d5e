using Signposting.Api.Hosting;
using Signposting.Api.Problems;

namespace Signposting.Api.Access;

/// <summary>
/// Lets a request through to its endpoint when the endpoint's policy allows it: who calls, how often, and with which scope.
/// An endpoint without a policy is closed, so that a forgotten one cannot be open.
/// </summary>
internal sealed class AccessMiddleware(
    RequestDelegate next, AccessSettings settings, Credentials credentials, RateLimiter limiter, ILogger<AccessMiddleware> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // What is no RouteEndpoint is routing's own refusal (405, 415) or nothing at all (404).
        if (http.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<AccessPolicy>() is { Scope: null })
        {
            await next(http);
            return;
        }

        if (endpoint.Metadata.GetMetadata<AccessPolicy>() is not { Scope: { } scope } policy)
        {
            log.EndpointWithoutPolicy(endpoint.RoutePattern.RawText);
            await AccessRefusals.Closed().ExecuteAsync(http);
        }
        else if (await RefusalAsync(http, scope, policy.OrScope) is { } refusal)
            await refusal.ExecuteAsync(http);
        else
            await next(http);
    }

    private async Task<ProblemResult?> RefusalAsync(HttpContext http, string scope, string? orScope) => await credentials.CheckAsync(http.Request, http.RequestAborted) switch
    {
        Checked.Known known => RefusalOf(http, known.Caller, scope, orScope),
        Checked.Absent when scope == Scopes.Search && settings.AnonymousSearch => LimitAnonymous(http),
        Checked.Absent => LimitAnonymous(http) ?? Unauthenticated(http, $"This needs a credential with the scope {scope}: send X-Api-Key, or Authorization: Bearer. The operator of this service makes keys.", invalid: false),
        Checked.Refused refused => LimitAnonymous(http) ?? Unauthenticated(http, refused.Reason, invalid: true),
        _ => LimitAnonymous(http) ?? AccessRefusals.IssuerUnavailable(),
    };

    private ProblemResult? RefusalOf(HttpContext http, Caller caller, string scope, string? orScope)
    {
        http.Features.Set(caller);
        if (Limit(http, RatePartition.Of(caller.Client!), "client", settings.ClientPerMinute) is { } tooMany)
            return tooMany;
        var isOpen = scope == Scopes.Search && settings.AnonymousSearch;
        if (isOpen || caller.Scopes.Contains(scope) || (orScope is not null && caller.Scopes.Contains(orScope)))
            return null;
        http.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{scope}\"";
        return AccessRefusals.Forbidden(scope);
    }

    private ProblemResult? LimitAnonymous(HttpContext http) =>
        Limit(http, RatePartition.Of(http.Connection.RemoteIpAddress), "anonymous", settings.AnonymousPerMinute);

    /// <summary>Headers as in draft-ietf-httpapi-ratelimit-headers-10.</summary>
    private ProblemResult? Limit(HttpContext http, RatePartition partition, string policy, int perMinute)
    {
        if (perMinute == 0)
            return null;
        var state = limiter.Take(partition, perMinute);
        http.Response.Headers["RateLimit-Policy"] = $"\"{policy}\";q={perMinute};w=60";
        http.Response.Headers["RateLimit"] = $"\"{policy}\";r={state.Remaining};t={state.ResetSeconds}";
        return state.Allowed ? null : AccessRefusals.TooMany(policy == "client", perMinute, state.ResetSeconds);
    }

    private ProblemResult Unauthenticated(HttpContext http, string reason, bool invalid)
    {
        http.Response.Headers.WWWAuthenticate = settings.Jwt is null
            ? "ApiKey realm=\"signposting\""
            : $"ApiKey realm=\"signposting\", Bearer realm=\"signposting\"{(invalid ? ", error=\"invalid_token\"" : "")}";
        return AccessRefusals.Unauthenticated(reason);
    }
}
