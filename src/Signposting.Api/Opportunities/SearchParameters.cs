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

    public static readonly SearchParameter Condition = new()
    {
        Name = "condition", Repeatable = true, Example = "falls",
        Description = "A condition of the person: a key of GET /v1/conditions, or a SNOMED CT code (129839007, or http://snomed.info/sct|129839007). Each item then has suitability; what is not advised is left out. A code that this service does not know is refused, never ignored.",
    };

    public static readonly SearchParameter Verdict = new()
    {
        Name = "verdict", Words = ["any"], Example = "any",
        Description = "any: also what is not advised for the conditions.",
    };

    public static readonly SearchParameter Activity = new()
    {
        Name = "activity", Repeatable = true, Example = "Walking",
        Description = "An activity of the OpenActive activity list: its id, notation (tai_chi) or label (Tai Chi). Narrower activities are included. Repeated: any of them.",
    };

    public static readonly SearchParameter From = new()
    {
        Name = "from", Form = ParameterForm.Time, Example = "2026-11-22T09:00:00Z",
        Description = "Sessions that start at this time or later. ISO 8601: a time with Z or an offset (its + written as %2B), a time without one (Europe/London), or a day (its start). Default: now; a time that is past counts as now, and the answer has both (from, fromAsked).",
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

    public static readonly SearchParameter Day = new()
    {
        Name = "day", Repeatable = true, Words = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], Example = "tue",
        Description = "Sessions on this day of the week (Europe/London). Repeated: any of them. Only sessions that match are listed.",
    };

    public static readonly SearchParameter StartAfter = new()
    {
        Name = "startAfter", Form = ParameterForm.Clock, Example = "09:30",
        Description = "Sessions that start at this local time (Europe/London) or later.",
    };

    public static readonly SearchParameter StartBefore = new()
    {
        Name = "startBefore", Form = ParameterForm.Clock, Example = "17:00",
        Description = "Sessions that start before this local time (Europe/London).",
    };

    public static readonly SearchParameter Age = new()
    {
        Name = "age", Form = ParameterForm.WholeNumber, Minimum = 0, Maximum = 120, Example = "72",
        Description = "The person's age in years. Where no ages are stated, 18 and over is assumed: older ages match and age stands in notStated, younger ones do not match.",
    };

    public static readonly SearchParameter Gender = new()
    {
        Name = "gender", Words = ["female", "male"], Example = "female",
        Description = "The person's: drops what is restricted to others.",
    };

    public static readonly SearchParameter Level = new()
    {
        Name = "level", Words = ["beginner", "intermediate", "advanced"], Example = "beginner",
        Description = "For this level.",
    };

    public static readonly SearchParameter AccessibilitySupport = new()
    {
        Name = "accessibility", Repeatable = true, Words = ["visual", "hearing", "physical", "learning", "mental-health", "social"], Example = "hearing",
        Description = "Support is offered for people with this need (OpenActive's accessibility-support list). Repeated: all of them.",
    };

    public static readonly SearchParameter Wheelchair = new()
    {
        Name = "wheelchair", Form = ParameterForm.Truth, Example = "true",
        Description = "true: accessible by wheelchair. false: stated not to be.",
    };

    public static readonly SearchParameter Free = new()
    {
        Name = "free", Form = ParameterForm.Truth, Example = "true",
        Description = "true: costs nothing for somebody. false: costs something.",
    };

    public static readonly SearchParameter MaxPrice = new()
    {
        Name = "maxPrice", Form = ParameterForm.Number, Minimum = 0, Maximum = 10_000, Example = "5",
        Description = "The cheapest offer costs at most this many pounds.",
    };

    public static readonly SearchParameter Coached = new()
    {
        Name = "coached", Form = ParameterForm.Truth, Example = "true",
        Description = "Whether it is led by a coach or instructor.",
    };

    public static readonly SearchParameter Setting = new()
    {
        Name = "setting", Words = ["indoor", "outdoor"], Example = "outdoor",
        Description = "Where the activity is usually done, told from the activity; an activity done in both matches both, one without a usual setting is not stated.",
    };

    public static readonly SearchParameter HasSpaces = new()
    {
        Name = "hasSpaces", Words = ["true"], Example = "true",
        Description = "true: sessions that are not full. One that does not say how many places are left counts as not stated.",
    };

    public static readonly SearchParameter Words = new()
    {
        Name = "q", Example = "chair yoga",
        Description = "Words in the name, description, organiser, venue or activity; all of them, each a word or its beginning, whatever the case or accents.",
    };

    public static readonly SearchParameter Stated = new()
    {
        Name = "stated", Form = ParameterForm.Truth, Default = "false", Example = "true",
        Description = "true: what is not stated does not match a filter, and neither does what was only read out of a name or description (inferred; activity.origin inferred). false: what is not stated matches, is listed in notStated and comes later in best; what was inferred counts as known.",
    };

    public static readonly SearchParameter Sort = new()
    {
        Name = "sort", Words = ["nearest", "soonest", "best"], Example = "nearest",
        Description = "nearest: distance, then id. soonest: next session, then distance, then id. best: verdict, then whether all that is asked for is stated, then distance in bands (1, 2, 5, 10, 25, 50 km), next session, distance, id. Default: best with a condition, otherwise nearest; soonest without a place.",
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
        Postcode, Lat, Lon, Radius, Condition, Activity, From, To,
        Day, StartAfter, StartBefore, Age, Gender, Level, AccessibilitySupport, Wheelchair, Free, MaxPrice, Coached, Setting, HasSpaces,
        Attendance, Kind, Words, Verdict, Stated, Sort, Limit, Cursor,
    ];

    /// <summary>What one opportunity takes.</summary>
    public static readonly IReadOnlyList<SearchParameter> OfOne = [Condition];
}
