using Signposting.Api.Activities;
using Signposting.Api.Opportunities;
using Signposting.Api.SearchPage.Searching;
using Signposting.Api.SearchPage.Wording;
using Signposting.Store.Search;

namespace Signposting.Api.SearchPage.Results;

/// <summary>Something that narrows a search, and the search without it.</summary>
/// <param name="Key">What the form sends to take it away.</param>
/// <param name="Text">On its tag.</param>
/// <param name="Without">The search without it.</param>
internal sealed record Applied(string Key, string Text, Func<SearchRequest, SearchRequest> Without);

/// <summary>All that narrows a search besides place, distance, time and conditions: nothing that is applied goes unseen.</summary>
internal sealed class AppliedFilters(ActivityConcepts concepts)
{
    public IReadOnlyList<Applied> Of(SearchRequest request)
    {
        var filters = request.Filters;
        var all = FilterChoices.All.Where(choice => choice.IsChosen(filters))
            .Select(choice => new Applied(FilterChoices.ValueOf(choice), choice.Tag, WithFilters(choice.Remove)))
            .ToList();
        if (filters.Age is { } age)
            all.Add(new Applied("age", $"Aged {age}", WithFilters(f => f with { Age = null })));
        if (filters.MaxPrice is { } price && !FilterChoices.Cost.Any(choice => choice.IsChosen(filters)))
            all.Add(new Applied("price", $"{CostWords.Pounds(price)} or less (lowest price)", WithFilters(f => f with { MaxPrice = null })));
        if (filters.Free == false)
            all.Add(new Applied("paid", "Not free", WithFilters(f => f with { Free = null })));
        if ((filters.StartAfter ?? filters.StartBefore) is not null && !FilterChoices.Times.Any(choice => choice.IsChosen(filters)))
            all.Add(new Applied("clock", Clock(filters), WithFilters(f => f with { StartAfter = null, StartBefore = null })));
        if (filters.Gender is { } gender)
            all.Add(new Applied("gender", gender == "female" ? "Open to women" : "Open to men", WithFilters(f => f with { Gender = null })));
        if (filters.Level is { } level and not "beginner")
            all.Add(new Applied("level", $"Level: {level}", WithFilters(f => f with { Level = null })));
        if (filters.Wheelchair == false)
            all.Add(new Applied("no-wheelchair", "Not wheelchair accessible", WithFilters(f => f with { Wheelchair = null })));
        if (filters.Coached == false)
            all.Add(new Applied("no-coach", "Without an instructor", WithFilters(f => f with { Coached = null })));
        if (filters.HasSpaces == true)
            all.Add(new Applied("spaces", "Places left", WithFilters(f => f with { HasSpaces = null })));
        if (filters.Q is { } words)
            all.Add(new Applied("q", $"“{words}”", WithFilters(f => f with { Q = null })));
        if (filters.Stated == true)
            all.Add(new Applied("stated", "Only what is stated", WithFilters(f => f with { Stated = null })));
        return [.. all, .. OfRequest(request)];
    }

    private IEnumerable<Applied> OfRequest(SearchRequest request)
    {
        foreach (var activity in request.Activities)
            yield return new Applied($"activity-{activity}", concepts.Current.TryGet(activity, out var concept) ? concept.PrefLabel : "An activity", one => one with { Activities = [.. one.Activities.Where(id => id != activity)] });
        if (request.Kinds.Count > 0)
            yield return new Applied("kind", $"Only: {string.Join(", ", request.Kinds.Select(kind => kind.ToString().ToLowerInvariant()))}", one => one with { Kinds = [] });
        if (request.WithNotAdvised)
            yield return new Applied("verdict", "Also what is not advised", one => one with { WithNotAdvised = false });
        if (request.Attendance == AttendanceFilter.Any)
            yield return new Applied("attendance", "In person or online", one => one with { Attendance = AttendanceFilter.InPerson });
        if (request.Attendance == AttendanceFilter.Online)
            yield return new Applied("attendance", "Online", one => one with { Attendance = AttendanceFilter.InPerson });
    }

    private static Func<SearchRequest, SearchRequest> WithFilters(Func<AskedFilters, AskedFilters> change) => request => request with { Filters = change(request.Filters) };

    private static string Clock(AskedFilters filters) => (filters.StartAfter, filters.StartBefore) switch
    {
        ({ } after, { } before) => $"{after:HH\\:mm} to {before:HH\\:mm}",
        ({ } after, null) => $"From {after:HH\\:mm}",
        var (_, before) => $"Before {before:HH\\:mm}",
    };
}
