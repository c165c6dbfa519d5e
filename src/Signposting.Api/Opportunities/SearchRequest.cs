using Signposting.Api.Places;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Api.Opportunities;

/// <summary>A search that is valid; all that is missing is where its postcode lies.</summary>
internal sealed record SearchRequest
{
    /// <summary>Null: no place, which only a search for online opportunities may have.</summary>
    public AskedPlace? Place { get; init; }

    public double RadiusKm { get; init; } = SearchLimits.DefaultRadiusKm;

    public required DateTimeOffset From { get; init; }

    /// <summary>What was sent as from, when that was past; null otherwise.</summary>
    public DateTimeOffset? FromAsked { get; init; }

    public required DateTimeOffset To { get; init; }

    /// <summary>Conditions as they were sent; they were all known then.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Also what is not advised for them.</summary>
    public bool WithNotAdvised { get; init; }

    /// <summary>Ids of the activity list as asked for, without the narrower ones; empty: any.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];

    /// <summary>Empty: all but facilities.</summary>
    public IReadOnlyList<OpportunityKind> Kinds { get; init; } = [];

    public AttendanceFilter Attendance { get; init; }

    public AskedFilters Filters { get; init; } = AskedFilters.None;

    public SortOrder Sort { get; init; }

    public int Limit { get; init; } = SearchLimits.DefaultItems;
}
