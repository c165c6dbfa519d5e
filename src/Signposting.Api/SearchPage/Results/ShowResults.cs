using Signposting.Api.Access;
using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Api.Opportunities;
using Signposting.Api.Places;
using Signposting.Api.SearchPage.Cards;
using Signposting.Api.SearchPage.Searching;
using Signposting.Api.SearchPage.Wording;
using Signposting.Store.Search;
using Signposting.Store.Usage;

namespace Signposting.Api.SearchPage.Results;

/// <summary>From a search to its results page.</summary>
internal sealed class ShowResults(RunSearch run, PlaceFinder places, ClinicalRules clinical, AppliedFilters applied, Loosening loosening, MapDrawing map, FirstSights sights, TimeProvider time)
{
    /// <summary>Over which counts are made.</summary>
    private const int Counted = 1_000;

    /// <summary>Of what is online only whether there is much of it matters: it is no reason to make everybody wait.</summary>
    private const int CountedOnline = 100;

    /// <summary>So few that ways to find more are shown.</summary>
    private const int HardlyAny = 3;

    /// <param name="isCounted">False: nobody asked for it.</param>
    public async Task<ResultsView> ShowAsync(PageSearch search, string token, Caller caller, CancellationToken cancel, bool isCounted = true)
    {
        var now = LondonTime.Now(time);
        var isNew = isCounted && search.Request.Limit == SearchLimits.DefaultItems && sights.Is(token);
        var turn = run.TurnOf(search.Request, isNew ? await WithAreaAsync(search.Place, cancel) : search.Place, now);
        var answer = await run.AnswerAsync(turn, caller, isNew ? UsageChannel.Page : null, cancel);
        var isStopped = turn.Conditions?.NoActivities is not null;
        var counts = isStopped ? null : await run.CountAsync(turn, VariantsOf(search.Request.Filters), Counted, cancel);
        var online = isStopped || search.Request.Attendance == AttendanceFilter.Any ? null
            : search.Request.Attendance == AttendanceFilter.Online ? counts
            : await run.CountAsync(turn with { Request = turn.Request with { Attendance = AttendanceFilter.Online } }, [(search.Request.Filters, Unstated.None)], CountedOnline, cancel);
        var asked = new CardSearch((turn.Conditions?.Asked ?? []).ToDictionary(one => one.Condition.Key, one => one.Condition.Name, StringComparer.Ordinal), search.Request.Filters.MaxPrice);
        var cards = answer.Items.Select((item, index) => ActivityCards.Of(item, now, token, index + 1, asked)).ToArray();
        var tags = applied.Of(search.Request);
        return new ResultsView
        {
            Token = token,
            Heading = HeadingOf(search, isStopped, cards.Length, answer.Next is not null, counts),
            Summary = SummaryOf(search, NamesOf(turn)),
            PlaceNote = search.Place?.Terminated is not null ? $"{search.Place.Postcode} is no longer in use. These are around where it was." : null,
            ConditionNames = NamesOf(turn),
            Guidance = [.. (answer.Guidance ?? []).Select(guidance => GuidanceItem.Of(guidance, NameOf))],
            IsStopped = isStopped,
            Cards = cards,
            IsNothingRead = answer.Coverage.State == CoverageAnswer.None,
            HasMore = answer.Next is not null,
            IsFull = search.Request.Limit >= SearchLimits.MostItems,
            Filters = FilterPanels.Of(search.Request, counts, online, tags.Count),
            Applied = [.. tags.Select(tag => new AppliedTag(tag.Key, tag.Text))],
            Map = map.Of(search, cards),
            WaysOut = !isStopped && answer.Coverage.State != CoverageAnswer.None && cards.Length <= HardlyAny ? await loosening.WaysOutAsync(search, turn, cards.Length, cancel) : [],
            Attribution = [.. answer.Attribution.Select(Attributions.Of).Distinct()],
        };
    }

    private static (AskedFilters, Unstated)[] VariantsOf(AskedFilters filters) =>
        [.. FilterChoices.All.Select(choice => (choice.Choose(filters), choice.Subject)), (filters, Unstated.None)];

    /// <summary>Tokens carry no statistical area; the postcode is looked up once more where the search is counted.</summary>
    private async Task<FoundPlace?> WithAreaAsync(FoundPlace? place, CancellationToken cancel) =>
        place?.Postcode is { } postcode && PostcodeText.Read(postcode) is AskedPlace.FullPostcode asked && await places.FindAsync(asked, cancel) is PlaceLookUp.Found { Place.Lsoa: var area }
            ? place with { Lsoa = area }
            : place;

    private static string HeadingOf(PageSearch search, bool isStopped, int shown, bool more, FilterCounts? counts)
    {
        if (isStopped)
            return "No activities are suggested";
        var count = more && counts is not null ? Math.Max(counts.Counts[^1].Passing, shown) : shown;
        var many = count == 0 ? "No activities found" : CountWords.Activities(count, !more || counts?.IsAll == true);
        return search.Request.Attendance == AttendanceFilter.Online || search.Place is null
            ? $"{many} online"
            : $"{many} within {DistanceWords.OfRadius(search.Request.RadiusKm)} of {search.PlaceLabel}";
    }

    private static string SummaryOf(PageSearch search, string conditions)
    {
        var when = WhenChoices.InWords(search);
        return conditions.Length > 0 ? $"For {conditions}, {when}." : $"{char.ToUpperInvariant(when[0])}{when[1..]}.";
    }

    private static string NamesOf(SearchTurn turn) => (turn.Conditions?.Asked ?? []).Select(asked => asked.Condition.Name).ToArray() switch
    {
        [] => "",
        [var one] => one,
        [.. var all, var last] => $"{string.Join(", ", all)} and {last}",
    };

    private string NameOf(string key) => clinical.Rules.Conditions.All.FirstOrDefault(condition => condition.Key == key)?.Name ?? key;
}
