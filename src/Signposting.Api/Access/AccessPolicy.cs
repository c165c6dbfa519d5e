using Microsoft.AspNetCore.Mvc;
using Signposting.Api.Problems;

namespace Signposting.Api.Access;

/// <summary>Who may call an endpoint. Every endpoint has one; one without is closed to all.</summary>
/// <param name="Scope">The scope that a caller needs; null: anyone may call it, and no limit of rate applies.</param>
/// <param name="OrScope">A scope that will do as well; what each opens, the endpoint decides.</param>
internal sealed record AccessPolicy(string? Scope, string? OrScope = null);

/// <summary>How endpoints say who may call them.</summary>
internal static class AccessConventions
{
    /// <summary>Needs this scope (for <see cref="Scopes.Search"/>: unless <c>Access:AnonymousSearch</c> opens it to all), and counts against the caller's rate.</summary>
    /// <param name="orScope">A scope that will do as well.</param>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, string scope, string? orScope = null) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(
            new AccessPolicy(scope, orScope),
            Refusal(401, "No credential was sent where one is needed, or it is not valid."),
            Refusal(403, $"The credential does not have the scope {scope}."),
            Refusal(503, "The store, or the issuer of a token, does not answer; see Retry-After."),
            Refusal(429, "Too many requests in this minute; see Retry-After."));

    /// <summary>Open to anyone, credential or not: what a supervisor, a browser or a developer asks first.</summary>
    public static TBuilder AllowAnyone<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AccessPolicy(null));

    private static ProducesResponseTypeAttribute Refusal(int status, string when) => new(typeof(Problem), status, Problem.ContentType) { Description = when };
}
