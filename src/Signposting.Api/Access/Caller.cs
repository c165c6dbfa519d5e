using System.Collections.Frozen;

namespace Signposting.Api.Access;

/// <summary>Who calls: a client with a key or a token, or nobody in particular.</summary>
internal sealed record Caller
{
    public static Caller Anonymous { get; } = new() { Scopes = FrozenSet<string>.Empty };

    /// <summary>The client's name, as usage is counted under; null: anonymous.</summary>
    public string? Client { get; init; }

    public required IReadOnlySet<string> Scopes { get; init; }

    /// <summary>ODS code of the client's Integrated Care Board, where it is known.</summary>
    public string? Icb { get; init; }

    /// <summary>ODS code of the client's organisation, where it is known.</summary>
    public string? Ods { get; init; }

    public bool IsAnonymous => Client is null;
}

internal static class CallerOfRequest
{
    /// <summary>Who calls; set by <see cref="AccessMiddleware"/> for endpoints that need a scope.</summary>
    public static Caller Caller(this HttpContext http) => http.Features.Get<Caller>() ?? Access.Caller.Anonymous;
}
