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
internal sealed class ReadSearch(FindTypedPlace places, ActivityConcepts concepts, ClinicalRules clinical, TimeProvider time)
{
    /// <param name="from">The search whose filters are kept; null: a new one.</param>
    /// <returns>One of the two.</returns>
    public async Task<(PageSearch? Search, SearchView? Back)> OfFormAsync(IFormCollection form, PageSearch? from, CancellationToken cancel)
    {
        var asTyped = Typed(form);
        var errors = new List<FieldError>();
        var typed = ReadConditions(asTyped, errors);
        if (asTyped is { OfferedFor.Length: > 0, Words.Length: 0, Chosen.Count: 0 })
        {
            // A search without the conditions that were typed would look like one with them.
            asTyped = asTyped with { Words = asTyped.OfferedFor };
            errors.Add(new FieldError("words", "You ticked none of these conditions. Choose from the list or type other words; leave this empty to search without a condition"));
        }

        if (RadiusChoices.Read(typed.Radius) is not { } radius)
        {
            radius = SearchLimits.DefaultRadiusKm;
            errors.Add(new FieldError("radius", "Choose how far they can travel"));
        }

        if (WhenChoices.Find(typed.When) is null)
            errors.Add(new FieldError("when", "Choose when they want to go"));
        var place = await places.FindAsync(typed.Place, cancel);
        typed = typed with { Towns = place.Towns };
        if (place.Error is { } wrong)
            errors.Insert(0, new FieldError("place", wrong));
        if (errors.Count > 0)
            return (null, new SearchView(typed with { Words = asTyped.Words, Chosen = asTyped.Chosen, Offered = [] }, errors));
        if (typed.Offered.Count > 0)
            return (null, new SearchView(typed, errors));
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
        Words = Text(form["words"]),
        Chosen = [.. form["condition"].OfType<string>().Where(key => key.Length is > 0 and < 100).Distinct(StringComparer.Ordinal).Take(SearchLimits.MostRepeats)],
        Radius = Text(form["radius"]),
        When = Text(form["when"]),
        OfferedFor = Text(form["offered-for"]),
        Token = form["s"],
    };

    /// <summary>Words lead to conditions to choose from: what somebody typed is no diagnosis until they say so.</summary>
    private SearchForm ReadConditions(SearchForm typed, List<FieldError> errors)
    {
        foreach (var key in typed.Chosen)
        {
            if (clinical.Rules.Conditions.LookUp(key) is ConditionLookUp.Refused refused)
                errors.Add(new FieldError("words", refused.Refusal.Text));
        }

        var (offered, chosen) = (new List<string>(), typed.Chosen.ToList());
        foreach (var part in typed.Words.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var matches = clinical.Rules.Conditions.Words.Find(part);
            if (matches.Count == 0)
            {
                errors.Add(new FieldError("words", $"We do not know “{part}” as a condition. Check the spelling, choose from the list, or leave it out"));
                continue;
            }

            offered.AddRange(matches.Select(match => match.Condition.Key).Where(key => !typed.Chosen.Contains(key)));
            // Ticked beforehand only where the words leave no doubt.
            if (matches is [{ Likeness: Suitability.PlainWords.Likeness.Same, Condition.Key: var only }])
                chosen.Add(only);
        }

        return typed with { Words = "", OfferedFor = typed.Words, Offered = [.. offered.Distinct(StringComparer.Ordinal)], Chosen = [.. chosen.Distinct(StringComparer.Ordinal)] };
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

    private static string Text(string? value) => value?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, SearchLimits.MostCharacters)] : "";
}
