using System.Collections.Frozen;
using Signposting.Store.Opportunities;
using static Signposting.Api.Opportunities.SearchLimits;

namespace Signposting.Api.Opportunities;

/// <summary>Every parameter that the contract names for a search, in its order.</summary>
internal static class SearchParameters
{
    public static readonly SearchParameter Postcode = new()
    {
        Name = "postcode",
        Description = "Where: a full UK postcode, or an outward code such as LS1. Lower case and missing spaces work. Instead of lat and lon.",
        Example = "LS1 3AD",
    };

    public static readonly SearchParameter Lat = new()
    {
        Name = "lat", Form = ParameterForm.Number, Minimum = -90, Maximum = 90, Example = "53.798",
        Description = "Where: latitude in WGS84 degrees; together with lon.",
    };

    public static readonly SearchParameter Lon = new()
    {
        Name = "lon", Form = ParameterForm.Number, Minimum = -180, Maximum = 180, Example = "-1.549",
        Description = "Where: longitude in WGS84 degrees; together with lat.",
    };

    public static readonly SearchParameter Radius = new()
    {
        Name = "radius", Form = ParameterForm.Number, Minimum = LeastRadiusKm, Maximum = MostRadiusKm, Default = "5", Example = "5",
        Description = "How far around the place, in km.",
    };

    public static readonly SearchParameter Activity = new()
    {
        Name = "activity", Repeatable = true, Example = "Walking",
        Description = "An activity of the OpenActive activity list: its id, notation (tai_chi) or label (Tai Chi). Narrower activities are included. Repeated: any of them.",
    };

    public static readonly SearchParameter From = new()
    {
        Name = "from", Form = ParameterForm.Time, Example = "2026-11-22T09:00:00Z",
        Description = "Sessions that start at this time or later. ISO 8601: a time with Z or an offset (its + written as %2B), a time without one (Europe/London), or a day (its start). Default: now; a time that is past counts as now.",
    };

    public static readonly SearchParameter To = new()
    {
        Name = "to", Form = ParameterForm.Time, Example = "2026-12-06T09:00:00Z",
        Description = "Sessions that start before this time, in the same forms; a day means its end. Default: 14 days after from; at most 366 days after it.",
    };

    public static readonly SearchParameter Attendance = new()
    {
        Name = "attendance", Words = ["in-person", "online", "any"], Default = "in-person", Example = "in-person",
        Description = "How one takes part. any: online ones come last, without a distance. With online no place is needed.",
    };

    public static readonly SearchParameter Kind = new()
    {
        Name = "kind", Repeatable = true, Words = [.. Enum.GetValues<OpportunityKind>().Select(kind => kind.Word())], Example = "session",
        Description = "What sort of opportunity. Default: all but facility (hire of courts and pitches). Repeated: any of them.",
    };

    public static readonly SearchParameter Sort = new()
    {
        Name = "sort", Words = ["nearest", "soonest"], Default = "nearest", Example = "nearest",
        Description = "nearest: distance, then id. soonest: next session, then distance, then id; the default without a place.",
    };

    public static readonly SearchParameter Limit = new()
    {
        Name = "limit", Form = ParameterForm.WholeNumber, Minimum = 1, Maximum = MostItems, Default = "20", Example = "20",
        Description = "Items on a page.",
    };

    public static readonly SearchParameter Cursor = new()
    {
        Name = "cursor", Example = "CfDJ8…",
        Description = "The next page: as it stands in next of the page before, with no other parameter. Opaque; valid for 24 hours.",
    };

    public static readonly IReadOnlyList<SearchParameter> All =
    [
        Postcode, Lat, Lon, Radius, Later("condition"), Activity, From, To,
        Later("day"), Later("startAfter"), Later("startBefore"), Later("age"), Later("gender"), Later("level"),
        Later("accessibility"), Later("wheelchair"), Later("free"), Later("maxPrice"), Later("coached"), Later("setting"), Later("hasSpaces"),
        Attendance, Kind, Later("q"), Later("verdict"), Later("stated"), Sort, Limit, Cursor,
    ];

    public static readonly FrozenDictionary<string, SearchParameter> ByName = All.ToFrozenDictionary(parameter => parameter.Name, StringComparer.Ordinal);

    private static SearchParameter Later(string name) => new() { Name = name, Description = "", Example = "", Supported = false };
}
