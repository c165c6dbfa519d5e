using System.Globalization;
using Signposting.Api.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Api.SearchPage.Results;

/// <summary>The panel of filters for a search, with the counts of its choices.</summary>
internal static class FilterPanels
{
    /// <param name="counts">In the order of <see cref="FilterChoices.All"/>; null: not counted.</param>
    /// <param name="online">How many can be done online; null: not counted.</param>
    public static FilterPanelView Of(SearchRequest request, FilterCounts? counts, FilterCounts? online, int applied)
    {
        var options = FilterChoices.All.Select((choice, index) => (choice, option: OptionOf(choice, request.Filters, counts?.Counts[index].Stated)))
            .ToDictionary(pair => pair.choice, pair => pair.option);
        return new FilterPanelView
        {
            Groups =
            [
                Group("Cost of a session", "cost", FilterChoices.Cost, radio: true, any: "Any cost") with { Hint = "By its lowest price, which may be for some people only." },
                Group("Day", "day", FilterChoices.Days),
                Group("Time of day", "time", FilterChoices.Times, radio: true, any: "Any time"),
                Group("Who it is for", "people", FilterChoices.People),
                Group("Access and support", "access", FilterChoices.Access),
                Group("Indoors or outdoors", "setting", FilterChoices.Settings, radio: true, any: "Either"),
            ],
            Age = request.Filters.Age?.ToString(CultureInfo.InvariantCulture) ?? "",
            Words = request.Filters.Q ?? "",
            IsStatedOnly = request.Filters.Stated == true,
            Sort = SearchParameters.Sort.Words[(int)request.Sort],
            Attendance = SearchParameters.Attendance.Words[(int)request.Attendance],
            InPerson = request.Attendance == AttendanceFilter.InPerson && counts is not null ? CountOf(counts) : "",
            Online = online is null ? "" : CountOf(online),
            Basis = counts is null ? "" : counts.IsAll ? $"all {CountWords.Number(counts.Looked)}" : $"the nearest {CountWords.Number(counts.Looked)}",
            Applied = applied,
        };

        FilterGroup Group(string legend, string field, IReadOnlyList<FilterChoice> choices, bool radio = false, string? any = null) =>
            new(legend, field, radio, [.. choices.Select(choice => options[choice])]) { Any = any };
    }

    private static string CountOf(FilterCounts counts) => $" ({CountWords.Number(counts.Counts[^1].Passing)}{(counts.IsAll ? "" : " or more")})";

    private static FilterOption OptionOf(FilterChoice choice, AskedFilters filters, int? count) =>
        new(choice.Id, choice.Field, choice.Value, choice.Text, count, choice.IsChosen(filters));
}
