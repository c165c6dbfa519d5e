using OpenActive.Vocabulary;
using Signposting.Api.Access;
using Signposting.Api.Activities;
using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Api.Places;
using Signposting.Api.Usage;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Usage;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.Opportunities;

/// <summary>The search itself, for REST and for the page: turn → query → found → answer.</summary>
internal sealed class RunSearch(StoreAccess store, ActivityConcepts concepts, ClinicalRules clinical, CursorText cursors, DataOrigin origin, UsageRecorder usage, CoverageWatch coverage)
{
    private static readonly OpportunityKind[] DefaultKinds = [OpportunityKind.Session, OpportunityKind.Course, OpportunityKind.Event, OpportunityKind.OnDemand];

    public SearchTurn TurnOf(SearchRequest request, FoundPlace? place, DateTimeOffset asOf, Position? after = null) =>
        new(request, place, asOf, after, request.Conditions.Count == 0 ? null : clinical.Rules.Conditions.Read(request.Conditions).Set);

    /// <param name="channel">Through what it was asked: a first page is counted as a search; null: not counted, because the same search was already.</param>
    public async Task<SearchAnswer> AnswerAsync(SearchTurn turn, Caller caller, UsageChannel? channel, CancellationToken cancel)
    {
        // Where activity is not advised at all, the answer is the message and nothing else.
        var found = turn.Conditions?.NoActivities is null ? await store.Store.SearchAsync(QueryOf(turn), cancel) : [];
        var count = Math.Min(found.Count, turn.Request.Limit);
        var items = new OpportunityAnswer[count];
        for (var i = 0; i < count; i++)
            items[i] = OpportunityAnswers.Of(found[i], turn.Request.Filters) with { Suitability = SuitabilityOf(found[i], turn.Conditions) };
        var next = found.Count > count ? NextOf(turn, found[count - 1].Position) : null;
        if (turn.After is null && channel is { } through)
            usage.Search(caller, turn.Request, turn.Place, turn.Conditions, items, next is not null, through);
        return AnswerOf(turn, items, next, await coverage.ReadAsync(cancel));
    }

    /// <summary>How many of the nearest opportunities each of these filters would leave.</summary>
    public Task<FilterCounts> CountAsync(SearchTurn turn, IReadOnlyList<(AskedFilters Filters, Unstated Subject)> variants, int most, CancellationToken cancel) =>
        store.Store.CountAsync(QueryOf(turn), [.. variants.Select(variant => new FilterVariant(FiltersOf(variant.Filters), variant.Subject))], most, cancel);

    // One more than asked for tells whether there is a next page.
    private OpportunityQuery QueryOf(SearchTurn turn) => new()
    {
        Centre = turn.Place?.Point,
        RadiusMetres = turn.Request.RadiusKm * 1000,
        From = turn.Request.From,
        To = turn.Request.To,
        Activities = WithNarrower(turn.Request.Activities, concepts.Current),
        Kinds = KindsOf(turn.Request),
        Attendance = turn.Request.Attendance,
        Filters = FiltersOf(turn.Request.Filters),
        Ranking = turn.Conditions is { } conditions ? new SuitabilityRanking(clinical, conditions, turn.Request.WithNotAdvised) : null,
        Sort = turn.Request.Sort,
        Limit = turn.Request.Limit + 1,
        After = turn.After,
        SessionsPerItem = SearchLimits.SessionsPerItem,
    };

    private OpportunityFilters FiltersOf(AskedFilters asked) => asked.ToFilters(clinical.Settings.Of(asked.Setting));

    private static IReadOnlyList<OpportunityKind> KindsOf(SearchRequest request) => request.Kinds.Count > 0 ? request.Kinds : DefaultKinds;

    private static IReadOnlyCollection<string>? WithNarrower(IReadOnlyList<string> asked, ActivityList list) => asked.Count switch
    {
        0 => null,
        1 when list.SelfAndNarrower(asked[0]) is { Count: > 0 } narrower => narrower,
        // A cursor may name a concept that the list has lost since.
        _ => asked.Concat(asked.SelectMany(list.SelfAndNarrower)).ToHashSet(StringComparer.Ordinal),
    };

    private SearchAnswer AnswerOf(SearchTurn turn, IReadOnlyList<OpportunityAnswer> items, string? next, CoverageAnswer read) => new()
    {
        Query = Echo(turn),
        AsOf = turn.AsOf,
        Demo = origin.Demo,
        Coverage = read,
        Rules = turn.Conditions is null ? null : RulesAnswer.Of(clinical.Rules),
        Guidance = turn.Conditions is null ? null : GuidanceAnswer.Of(turn.Conditions),
        Items = items,
        Next = next,
        Attribution = OpportunityAnswers.AttributionOf(items),
    };

    private string NextOf(SearchTurn turn, Position after) =>
        $"{OpportunityAnswers.Path}?cursor={cursors.Write(new Cursor { Request = turn.Request with { Place = null }, Place = turn.Place, AsOf = turn.AsOf, RulesVersion = turn.Conditions is null ? null : clinical.Rules.Version, After = after })}";

    private QueryAnswer Echo(SearchTurn turn) => new()
    {
        Place = turn.Place is { } place ? Echo(place) : null,
        RadiusKm = turn.Place is null ? null : turn.Request.RadiusKm,
        From = turn.Request.From,
        FromAsked = turn.Request.FromAsked,
        To = turn.Request.To,
        Conditions = turn.Conditions is null ? null : QueryConditionAnswer.Of(turn.Conditions),
        Activity = turn.Request.Activities.Count == 0 ? null : turn.Request.Activities.Select(Echo).ToArray(),
        Kind = KindsOf(turn.Request).Select(kind => kind.Word()).ToArray(),
        Attendance = SearchParameters.Attendance.Words[(int)turn.Request.Attendance],
        Filters = turn.Request.Filters == AskedFilters.None ? null : turn.Request.Filters,
        Sort = SearchParameters.Sort.Words[(int)turn.Request.Sort],
    };

    private SuitabilityAnswer? SuitabilityOf(Found found, ConditionSet? conditions)
    {
        if (conditions is null)
            return null;
        return clinical.Verdicts.Of(conditions).AnswerOf(clinical.Records.Find(found.Card) ?? clinical.Records.Read(found.Card, found.Opportunity.Description));
    }

    private QueryActivityAnswer Echo(string id) => new() { Id = id, PrefLabel = concepts.Current.TryGet(id, out var concept) ? concept.PrefLabel : null };

    private static PlaceAnswer Echo(FoundPlace place) => new()
    {
        Postcode = place.Postcode,
        Lat = place.Point.Lat,
        Lon = place.Point.Lon,
        Precision = place.Precision switch
        {
            PlacePrecision.Postcode => "postcode",
            PlacePrecision.Outcode => "outcode",
            _ => "coordinates",
        },
        Terminated = place.Terminated,
    };
}
