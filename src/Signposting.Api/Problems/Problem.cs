namespace Signposting.Api.Problems;

/// <summary>A problem document (RFC 9457), sent as <c>application/problem+json</c>.</summary>
internal sealed record Problem
{
    public const string ContentType = "application/problem+json";

    /// <summary>What sort of problem it is: a stable name, not a page.</summary>
    public required string Type { get; init; }

    public required string Title { get; init; }

    /// <summary>The HTTP status again.</summary>
    public required int Status { get; init; }

    /// <summary>One or two sentences for a person.</summary>
    public string? Detail { get; init; }

    /// <summary>By parameter: what is wrong and how to put it right.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>Names this request in the log of the service.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Present and true when all data of this service is made up.</summary>
    public bool? Demo { get; init; }
}
