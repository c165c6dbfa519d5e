using Signposting.Api.Activities;
using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Api.Opportunities;
using Signposting.Api.Places;
using Signposting.Api.Problems;
using Signposting.Api.SearchPage.Layout;
using Signposting.Store.Search;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.SearchPage.Searching;

/// <summary>From what somebody typed, or a link that another system made, to a search; or back to the form with what is wrong.</summary>
internal sealed class ReadSearch(FindTypedPlace places, ReadWords words, ActivityConcepts concepts, ClinicalRules clinical, TimeProvider time)
{
    /// <param name="from">The search whose filters are kept; null: a new one.</param>
    /// <returns>One of the two.</returns>
    public async Task<(PageSearch? Search, SearchView? Back)> OfFormAsync(IFormCollection form, PageSearch? from, CancellationToken cancel)
    {
        var typed = Typed(form);
        var errors = new List<FieldError>();
        CheckChoices(typed, errors);
        var place = await places.FindAsync(typed.Place, cancel);
        typed = typed with { Towns = place.Towns, OtherPlaces = place.Others };
        if (place.Error is { } wrong)
            errors.Insert(0, new FieldError("place", wrong));
        if (errors.Count > 0)
            return (null, new SearchView(typed with { Words = typed.Words.Length > 0 ? typed.Words : typed.OfferedFor }, errors));
        if (ToConfirm(ref typed) is { } back)
            return (null, back);
        var radius = RadiusChoices.Read(typed.Radius) ?? SearchLimits.DefaultRadiusKm;
        var now = LondonTime.Now(time);
        var (start, end) = WhenChoices.WindowOf(typed.When, now);
        var kept = from?.Request ?? new SearchRequest { From = start, To = end };
        return (new PageSearch
        {
            Request = kept with
            {
                Place = null,
                Conditions = typed.Chosen,
                WithNotAdvised = kept.WithNotAdvised && typed.Chosen.Count > 0,
                RadiusKm = radius,
                From = start,
                To = end,
                Sort = typed.Chosen.Count > 0 ? SortOrder.Best : SortOrder.Nearest,
                Filters = WordHints.Apply(kept.Filters, typed.Narrow),
                Limit = SearchLimits.DefaultItems,
            },
            Place = place.Place,
            Town = place.Town,
            When = typed.When,
        }, null);
    }

    /// <summary>A link with the parameters of REST.</summary>
    public async Task<(PageSearch? Search, SearchView? Back)> OfLinkAsync(string? query, CancellationToken cancel)
    {
        var errors = new ParameterErrors();
        var now = LondonTime.Now(time);
        var sent = SentParameters.FromQuery(query, SearchParameters.All, errors);
        if (sent.Has(SearchParameters.Cursor))
            errors.Add(SearchParameters.Cursor.Name, "belongs to the REST API; leave it out");
        var request = new SearchRequestReader(sent, errors, concepts.Current, clinical.Rules.Conditions, now).Read();
        var found = request?.Place is { } asked ? await places.FindAsync(asked, cancel) : default;
        if (found.Error is { } wrong)
            errors.Add(SearchParameters.Postcode.Name, wrong);
        if (request is null || errors.Any)
            return (null, new SearchView(OfLink(sent), [.. errors.All.Select(ErrorOfLink)]));
        var when = sent.Has(SearchParameters.From) || sent.Has(SearchParameters.To) ? "" : WhenChoices.Default;
        return (new PageSearch { Request = request with { Place = null }, Place = found.Place, When = when }, null);
    }

    /// <summary>The form as it stood for a search.</summary>
    public SearchForm FormOf(PageSearch search, string token) => new()
    {
        Place = search.Town ?? search.Place?.Postcode ?? "",
        Chosen = [.. search.Request.Conditions.Select(KeyOf)],
        Radius = RadiusChoices.ValueOf(search.Request.RadiusKm),
        When = search.When.Length > 0 ? search.When : WhenChoices.Default,
        Token = token,
    };

    private static SearchForm Typed(IFormCollection form) => new()
    {
        Place = Text(form["place"]),
        Words = Text(form["words"], ReadWords.MostCharacters + 1),
        Chosen = [.. form["condition"].OfType<string>().Where(key => key.Length is > 0 and < 100).Distinct(StringComparer.Ordinal).Take(SearchLimits.MostRepeats)],
        Radius = Text(form["radius"]),
        When = Text(form["when"]),
        OfferedFor = Text(form["offered-for"], ReadWords.MostCharacters),
        Narrow = [.. form["narrow"].OfType<string>().Where(value => value.Length is > 0 and < 40).Distinct(StringComparer.Ordinal).Take(SearchLimits.MostRepeats)],
        WithoutConditions = form.ContainsKey("none"),
        Token = form["s"],
    };

    private void CheckChoices(SearchForm typed, List<FieldError> errors)
    {
        foreach (var key in typed.Chosen)
        {
            if (clinical.Rules.Conditions.LookUp(key) is ConditionLookUp.Refused refused)
                errors.Add(new FieldError("words", refused.Refusal.Text));
        }

        if (typed.Words.Length > ReadWords.MostCharacters)
            errors.Add(new FieldError("words", $"Type at most {ReadWords.MostCharacters} characters"));
        if (RadiusChoices.Read(typed.Radius) is null)
            errors.Add(new FieldError("radius", "Choose how far they can travel"));
        if (WhenChoices.Find(typed.When) is null)
            errors.Add(new FieldError("when", "Choose when they want to go"));
    }

    /// <summary>
    /// Words lead to conditions to choose from: what somebody typed is no diagnosis until they say so. A search without the
    /// conditions that were typed would look like one with them; so going on without any has to be said, too.
    /// </summary>
    private SearchView? ToConfirm(ref SearchForm typed)
    {
        if (typed.Words.Length > 0)
        {
            var reading = words.Read(typed.Words, typed.Chosen, out var plain);
            typed = typed with { Chosen = [.. typed.Chosen.Union(plain)], Words = "", Narrow = [.. typed.Narrow.Union(reading.Hints.Select(hint => hint.Value).OfType<string>())] };
            return reading.IsOpen ? new SearchView(typed with { Reading = reading }, []) : null;
        }

        if (typed is { OfferedFor.Length: > 0, Chosen.Count: 0, WithoutConditions: false } && words.Read(typed.OfferedFor, [], out _) is { NeedsAnAnswer: true } asked)
        {
            return new SearchView(
                typed with { Reading = asked },
                [new FieldError("none", "Tick the conditions that this person has, or that you want to search without a condition")]);
        }

        return null;
    }

    private SearchForm OfLink(SentParameters sent) => new()
    {
        Place = sent.One(SearchParameters.Postcode) ?? "",
        Chosen = [.. sent.Many(SearchParameters.Condition).Where(code => clinical.Rules.Conditions.LookUp(code) is ConditionLookUp.Found).Select(KeyOf).Distinct(StringComparer.Ordinal)],
        Radius = sent.One(SearchParameters.Radius) is { } radius && RadiusChoices.All.Any(choice => choice.Value == radius) ? radius : RadiusChoices.Default,
    };

    private static FieldError ErrorOfLink((string Parameter, string Fix) error) => new(
        error.Parameter switch
        {
            "condition" or "verdict" => "words",
            "radius" => "radius",
            "from" or "to" => "when",
            _ => "place",
        },
        $"In the link that brought you here: {error.Parameter} {error.Fix}");

    private string KeyOf(string keyOrCode) => clinical.Rules.Conditions.LookUp(keyOrCode) is ConditionLookUp.Found found ? found.Condition.Key : keyOrCode;

    private static string Text(string? value, int most = SearchLimits.MostCharacters) => value?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, most)] : "";
}
