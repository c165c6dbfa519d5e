using System.Globalization;
using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Api.Opportunities;
using Signposting.Api.Problems;
using Signposting.Api.SearchPage.Layout;
using Signposting.Api.SearchPage.Results;
using Signposting.Api.Usage;
using Signposting.Store.Search;

namespace Signposting.Api.SearchPage.Searching;

/// <summary>A change to a search from its results: all filters as they are ticked, or one thing.</summary>
internal sealed class RefineSearch(AppliedFilters applied, ClinicalRules clinical, TimeProvider time)
{
    public (PageSearch Search, IReadOnlyList<FieldError> Errors) Refine(PageSearch search, IFormCollection form)
    {
        // Another narrowing begins at the top of the list again.
        var first = search with { Request = search.Request with { Limit = SearchLimits.DefaultItems } };
        if (form["remove"] is [{ } key])
            return (first with { Request = applied.Of(search.Request).FirstOrDefault(one => one.Key == key)?.Without(first.Request) ?? first.Request }, []);
        if (form["clear"] is [{ } how])
            return (first with { Request = Cleared(first.Request, how) }, []);
        if (form.ContainsKey("more"))
            return (search with { Request = search.Request with { Limit = Math.Min(search.Request.Limit + SearchLimits.DefaultItems, SearchLimits.MostItems) } }, []);
        if (form["further"] is [{ } typed] && RadiusChoices.Read(typed) is { } radius)
            return (first with { Request = first.Request with { RadiusKm = radius } }, []);
        if (form["later"] is [{ } when] && WhenChoices.Find(when) is not null)
            return (At(first, when), []);
        if (form.ContainsKey("online"))
            return (first with { Request = first.Request with { Attendance = AttendanceFilter.Online } }, []);
        return WithFilters(first, form);
    }

    /// <param name="how"><c>true</c>; <c>online</c>; or a distance to look within from now on.</param>
    private SearchRequest Cleared(SearchRequest request, string how)
    {
        var bare = applied.Of(request).Aggregate(request, (left, one) => one.Without(left));
        if (how == "online")
            return bare with { Attendance = AttendanceFilter.Online };
        return RadiusChoices.Read(how) is { } radius ? bare with { RadiusKm = radius } : bare;
    }

    private PageSearch At(PageSearch search, string when)
    {
        var (start, end) = WhenChoices.WindowOf(when, LondonTime.Now(time));
        return search with { When = when, Request = search.Request with { From = start, To = end } };
    }

    private (PageSearch Search, IReadOnlyList<FieldError> Errors) WithFilters(PageSearch search, IFormCollection form)
    {
        var errors = new ParameterErrors();
        var sent = new SentParameters(SearchParameters.All);
        foreach (var (name, value) in Parameters(form, search.Request.Filters))
            sent.Add(name, value, errors);
        NhsNumber.Refuse(sent.One(SearchParameters.Words), SearchParameters.Words.Name, clinical.Rules.Conditions, errors);
        var filters = new FilterReader(sent, errors).Read() with
        {
            WomenOnly = form.ContainsKey("women"),
            // These have no field in the panel; their tags take them away.
            Gender = search.Request.Filters.Gender,
            HasSpaces = search.Request.Filters.HasSpaces,
        };
        var values = new ParameterValues(sent, errors);
        var request = search.Request with
        {
            Filters = filters,
            Sort = values.Word(SearchParameters.Sort) is { } sort ? (SortOrder)SearchParameters.Sort.IndexOf(sort) : search.Request.Sort,
            Attendance = values.Word(SearchParameters.Attendance) is { } attendance ? (AttendanceFilter)SearchParameters.Attendance.IndexOf(attendance) : search.Request.Attendance,
        };
        return (search with { Request = request }, [.. errors.All.Select(ErrorOf)]);
    }

    /// <summary>The fields of the panel as the parameters of REST; empty ones are those that were not filled in.</summary>
    private static IEnumerable<(string Name, string Value)> Parameters(IFormCollection form, AskedFilters before)
    {
        foreach (var name in (string[])["day", "level", "accessibility", "wheelchair", "age", "coached", "setting", "stated", "q", "sort", "attendance"])
        {
            foreach (var value in form[name].OfType<string>().Select(value => value.Trim()).Where(value => value.Length > 0))
                yield return (name, value);
        }

        foreach (var cost in OfCost(form["cost"]))
            yield return cost;
        var (after, until) = (string?)form["time"] switch
        {
            "morning" => (null, FilterChoices.Midday),
            "afternoon" => (FilterChoices.Midday, FilterChoices.Evening),
            "evening" => (FilterChoices.Evening, null),
            "keep" => (before.StartAfter, before.StartBefore),
            _ => ((TimeOnly?)null, (TimeOnly?)null),
        };
        if (after is { } start)
            yield return ("startAfter", start.ToString("HH:mm", CultureInfo.InvariantCulture));
        if (until is { } end)
            yield return ("startBefore", end.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    private static IEnumerable<(string Name, string Value)> OfCost(string? cost) => cost switch
    {
        null or "" => [],
        "free" => [("free", "true")],
        _ => [("maxPrice", cost)],
    };

    private static FieldError ErrorOf((string Parameter, string Fix) error) => error.Parameter switch
    {
        "age" => new("age", $"Age {error.Fix}"),
        "q" => new("q", $"Words {error.Fix}"),
        var name => new("filters", $"{name} {error.Fix}"),
    };
}
