using System.Text.Json.Serialization;
using Signposting.Api.Conditions;

namespace Signposting.Api.Opportunities;

/// <summary>One page of results.</summary>
internal sealed record SearchAnswer
{
    /// <summary>The query as it was understood, with every default filled in.</summary>
    public required QueryAnswer Query { get; init; }

    /// <summary>The moment the first page was made; later pages keep it.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Present and true when all data is made up.</summary>
    public bool? Demo { get; init; }

    /// <summary>How much of the feeds has been read.</summary>
    public required CoverageAnswer Coverage { get; init; }

    /// <summary>Which rules the verdicts rest on; absent when no condition was asked for.</summary>
    public RulesAnswer? Rules { get; init; }

    /// <summary>What goes with the conditions, whatever the activity, <c>stop</c> first; absent when no condition was asked for.</summary>
    public IReadOnlyList<GuidanceAnswer>? Guidance { get; init; }

    public required IReadOnlyList<OpportunityAnswer> Items { get; init; }

    /// <summary>The address of the next page; null at the end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Next { get; init; }

    /// <summary>Whom the items of this page come from: must be shown wherever they are (CC BY 4.0).</summary>
    public required IReadOnlyList<AttributionAnswer> Attribution { get; init; }
}

/// <summary>The query as it was understood.</summary>
internal sealed record QueryAnswer
{
    /// <summary>Absent when no place was asked for.</summary>
    public PlaceAnswer? Place { get; init; }

    /// <summary>Absent without a place.</summary>
    public double? RadiusKm { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>The from that was sent, when that is past: from shows the time that counted instead.</summary>
    public DateTimeOffset? FromAsked { get; init; }

    public required DateTimeOffset To { get; init; }

    public IReadOnlyList<QueryConditionAnswer>? Conditions { get; init; }

    /// <summary>The activities asked for; their narrower ones count too.</summary>
    public IReadOnlyList<QueryActivityAnswer>? Activity { get; init; }

    public required IReadOnlyList<string> Kind { get; init; }

    public required string Attendance { get; init; }

    /// <summary>What else was asked for; absent when nothing was.</summary>
    public AskedFilters? Filters { get; init; }

    public required string Sort { get; init; }
}

/// <summary>An activity that was asked for.</summary>
internal sealed record QueryActivityAnswer
{
    public required string Id { get; init; }

    public string? PrefLabel { get; init; }
}

/// <summary>Where was searched, in WGS84 degrees.</summary>
internal sealed record PlaceAnswer
{
    /// <summary>Full or outward; absent when coordinates were sent.</summary>
    public string? Postcode { get; init; }

    public required double Lat { get; init; }

    public required double Lon { get; init; }

    /// <summary><c>postcode</c>, <c>outcode</c> (the middle of the district) or <c>coordinates</c>.</summary>
    public required string Precision { get; init; }

    /// <summary>Year and month since when the postcode is no longer in use.</summary>
    public string? Terminated { get; init; }
}

/// <summary>A publisher's dataset and its licence.</summary>
internal sealed record AttributionAnswer
{
    public string? Publisher { get; init; }

    /// <summary>The dataset site.</summary>
    public required string Dataset { get; init; }

    public string? Licence { get; init; }
}
