using System.Text.Json.Serialization;
using Signposting.Api.Conditions;

namespace Signposting.Api.Opportunities;

/// <summary>One page of results as GeoJSON (RFC 7946); what else the answer says stands beside the features.</summary>
internal sealed record FeatureCollection
{
    public string Type { get; } = "FeatureCollection";

    public required IReadOnlyList<Feature> Features { get; init; }

    public required QueryAnswer Query { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    public bool? Demo { get; init; }

    public required CoverageAnswer Coverage { get; init; }

    public RulesAnswer? Rules { get; init; }

    public IReadOnlyList<GuidanceAnswer>? Guidance { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Next { get; init; }

    public required IReadOnlyList<AttributionAnswer> Attribution { get; init; }

    public static FeatureCollection Of(SearchAnswer answer) => new()
    {
        Features = [.. answer.Items.Select(Feature.Of)],
        Query = answer.Query,
        AsOf = answer.AsOf,
        Demo = answer.Demo,
        Coverage = answer.Coverage,
        Rules = answer.Rules,
        Guidance = answer.Guidance,
        Next = answer.Next,
        Attribution = answer.Attribution,
    };
}

/// <summary>An opportunity at its venue.</summary>
internal sealed record Feature
{
    public string Type { get; } = "Feature";

    public required string Id { get; init; }

    /// <summary>Null for what is online, or has no coordinates.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required PointGeometry? Geometry { get; init; }

    public required OpportunityAnswer Properties { get; init; }

    public static Feature Of(OpportunityAnswer item) => new()
    {
        Id = item.Id,
        Geometry = item.Location is { Lat: { } lat, Lon: { } lon } ? new PointGeometry([lon, lat]) : null,
        Properties = item,
    };
}

/// <summary>WGS84 degrees: longitude first.</summary>
internal sealed record PointGeometry(IReadOnlyList<double> Coordinates)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "Point";
}
