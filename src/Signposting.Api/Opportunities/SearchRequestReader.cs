using OpenActive.Vocabulary;
using Signposting.Api.Conditions;
using Signposting.Api.Places;
using Signposting.Api.Problems;
using Signposting.Api.Usage;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.Opportunities;

/// <summary>Reads the values of a search. Every fault is noted, so that a caller sees all of them at once.</summary>
internal sealed class SearchRequestReader(SentParameters sent, ParameterErrors errors, ActivityList activities, ConditionList conditions, DateTimeOffset now)
{
    private const int Suggestions = 5;

    private readonly ParameterValues _values = new(sent, errors);

    /// <returns>Null when <c>errors</c> holds something.</returns>
    public SearchRequest? Read()
    {
        NhsNumber.Refuse(sent.One(SearchParameters.Words), SearchParameters.Words.Name, conditions, errors);
        var attendance = (AttendanceFilter)Word(SearchParameters.Attendance, 0);
        var place = ReadPlace(attendance);
        var (from, to, asked) = TimeWindow.Read(sent, errors, now, SearchLimits.DefaultWindow);
        var request = new SearchRequest
        {
            Place = place,
            RadiusKm = ReadRadius(place is not null),
            From = from,
            FromAsked = asked,
            To = to,
            Conditions = ReadConditions(),
            WithNotAdvised = ReadVerdict(),
            Activities = ReadActivities(),
            Kinds = ReadKinds(),
            Attendance = attendance,
            Filters = new FilterReader(sent, errors).Read(),
            Sort = ReadSort(place is not null),
            Limit = (int)(_values.Number(SearchParameters.Limit) ?? SearchLimits.DefaultItems),
        };
        return errors.Any ? null : request;
    }

    private AskedPlace? ReadPlace(AttendanceFilter attendance)
    {
        var postcode = sent.One(SearchParameters.Postcode);
        var (lat, lon) = (_values.Number(SearchParameters.Lat), _values.Number(SearchParameters.Lon));
        var (hasLat, hasLon) = (sent.Has(SearchParameters.Lat), sent.Has(SearchParameters.Lon));
        if (postcode is not null && (hasLat || hasLon))
            errors.Add("postcode", "was sent together with lat or lon; send either the postcode or lat and lon");
        if (hasLat != hasLon)
            errors.Add(hasLat ? "lon" : "lat", $"is missing; {(hasLat ? "lat" : "lon")} was sent, and the two belong together");
        if (postcode is not null)
            return ReadPostcode(postcode);
        if (lat is { } y && lon is { } x)
            return new AskedPlace.Coordinates(new GeoPoint(y, x));
        if (!hasLat && !hasLon && attendance != AttendanceFilter.Online && !errors.Has("postcode"))
            errors.Add("postcode", "a place is missing; send postcode, or lat and lon (only attendance=online needs none)");
        return null;
    }

    private AskedPlace? ReadPostcode(string text)
    {
        var place = PostcodeText.Read(text);
        if (place is null)
            errors.Add("postcode", "does not have the form of a UK postcode; write a full one such as LS1 3AD or an outward code such as LS1");
        return place;
    }

    private double ReadRadius(bool hasPlace)
    {
        if (!hasPlace && sent.Has(SearchParameters.Radius) && !errors.Any)
            errors.Add("radius", "needs a place; send postcode, or lat and lon, or leave radius out");
        return _values.Number(SearchParameters.Radius) ?? SearchLimits.DefaultRadiusKm;
    }

    private List<string> ReadConditions()
    {
        var asked = sent.Many(SearchParameters.Condition).ToList();
        ConditionParameter.Read(conditions, asked, errors);
        return asked;
    }

    private bool ReadVerdict()
    {
        if (!sent.Has(SearchParameters.Verdict))
            return false;
        if (!sent.Has(SearchParameters.Condition))
            errors.Add("verdict", "needs a condition; without one there are no verdicts");
        return _values.Word(SearchParameters.Verdict) is not null;
    }

    private List<string> ReadActivities()
    {
        var ids = new List<string>();
        foreach (var name in sent.Many(SearchParameters.Activity))
        {
            if (activities.TryGet(name, out var concept))
                ids.Add(concept.Id);
            else
                errors.Add("activity", $"'{name}' is not in the activity list; {Suggest(name)}");
        }

        return ids;
    }

    private string Suggest(string name)
    {
        var near = activities.Suggest(name, Suggestions);
        return near.Count > 0
            ? $"did you mean {string.Join(", ", near.Select(concept => concept.PrefLabel))}?"
            : "GET /v1/activities lists what there is";
    }

    private List<OpportunityKind> ReadKinds()
    {
        var words = _values.Words(SearchParameters.Kind) ?? [];
        return [.. words.Select(word => Enum.GetValues<OpportunityKind>()[SearchParameters.Kind.IndexOf(word)])];
    }

    private SortOrder ReadSort(bool hasPlace)
    {
        var sort = (SortOrder)Word(SearchParameters.Sort, (int)(sent.Has(SearchParameters.Condition) ? SortOrder.Best : hasPlace ? SortOrder.Nearest : SortOrder.Soonest));
        if (sort == SortOrder.Nearest && !hasPlace && !errors.Any)
            errors.Add("sort", "nearest needs a place; send postcode, or lat and lon, or write soonest");
        return sort;
    }

    private int Word(SearchParameter parameter, int absent) => _values.Word(parameter) is { } word ? parameter.IndexOf(word) : absent;
}
