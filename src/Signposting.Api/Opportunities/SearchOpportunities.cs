using System.Text;
using Microsoft.Net.Http.Headers;
using OpenActive.Vocabulary;
using Signposting.Api.Access;
using Signposting.Api.Activities;
using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Api.Places;
using Signposting.Api.Problems;
using Signposting.Api.Usage;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.Opportunities;

/// <summary><c>GET /v1/opportunities</c> and <c>POST …/search</c>: what is near, or soon.</summary>
internal sealed class SearchOpportunities(StoreAccess store, PlaceFinder places, ActivityConcepts concepts, ClinicalRules clinical, CursorText cursors, DataOrigin origin, UsageRecorder usage, TimeProvider time)
{
    private static readonly OpportunityKind[] DefaultKinds = [OpportunityKind.Session, OpportunityKind.Course, OpportunityKind.Event, OpportunityKind.OnDemand];

    public async Task<IResult> AnswerAsync(HttpContext http, SentParameters sent, ParameterErrors errors)
    {
        var cancel = http.RequestAborted;
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (AnswerFormats.Choose(http.Request) is not { } format)
            return Refusals.NotAcceptable(AnswerFormats.InWords);
        var (turn, refusal) = sent.Has(SearchParameters.Cursor) || errors.Has(SearchParameters.Cursor.Name)
            ? GoOn(sent, errors)
            : await StartAsync(sent, errors, cancel);
        if (turn is null)
            return refusal!;
        // Where activity is not advised at all, the answer is the message and nothing else.
        var found = turn.Conditions?.NoActivities is null ? await store.Store.SearchAsync(QueryOf(turn), cancel) : [];
        return Write(Answer(http, turn, found), format);
    }

    private async Task<(Turn? Turn, IResult? Refusal)> StartAsync(SentParameters sent, ParameterErrors errors, CancellationToken cancel)
    {
        var now = LondonTime.Now(time);
        if (new SearchRequestReader(sent, errors, concepts.Current, clinical.Rules.Conditions, now).Read() is not { } request)
            return (null, errors.ToProblem());
        if (request.Place is not { } asked)
            return (TurnOf(request, null, now, null), null);
        return await places.FindAsync(asked, cancel) switch
        {
            PlaceLookUp.Found { Place: var place } => (TurnOf(request, place, now, null), null),
            PlaceLookUp.Unavailable down => (null, Refusals.PostcodesUnavailable(down.Detail, down.RetryAfterSeconds)),
            PlaceLookUp.Unknown unknown => (null, Refusals.PostcodeUnknown(unknown.Detail)),
            var other => throw new InvalidOperationException($"A place look-up ended as {other.GetType().Name}."),
        };
    }

    private (Turn? Turn, IResult? Refusal) GoOn(SentParameters sent, ParameterErrors errors)
    {
        foreach (var name in sent.NamesBeside(SearchParameters.Cursor))
            errors.Add(name, "was sent together with cursor; a cursor carries the whole query, so send it alone");
        var cursor = sent.One(SearchParameters.Cursor) is { } text ? cursors.Read(text) : null;
        if (cursor is null)
            errors.Add("cursor", "is not valid, or older than 24 hours; take it from next as it stands, or search again from the start");
        else if (cursor.RulesVersion is { } version && version != clinical.Rules.Version)
            errors.Add("cursor", "was made with other rules than those now served; search again from the start");
        return errors.Any ? (null, errors.ToProblem()) : (TurnOf(cursor!.Request, cursor.Place, cursor.AsOf, cursor.After), null);
    }

    // One more than asked for tells whether there is a next page.
    private OpportunityQuery QueryOf(Turn turn) => new()
    {
        Centre = turn.Place?.Point,
        RadiusMetres = turn.Request.RadiusKm * 1000,
        From = turn.Request.From,
        To = turn.Request.To,
        Activities = WithNarrower(turn.Request.Activities, concepts.Current),
        Kinds = turn.Request.Kinds.Count > 0 ? turn.Request.Kinds : DefaultKinds,
        Attendance = turn.Request.Attendance,
        Filters = turn.Request.Filters.ToFilters(clinical.Settings.Of(turn.Request.Filters.Setting)),
        Ranking = turn.Conditions is { } conditions ? new SuitabilityRanking(clinical, conditions, turn.Request.WithNotAdvised) : null,
        Sort = turn.Request.Sort,
        Limit = turn.Request.Limit + 1,
        After = turn.After,
        SessionsPerItem = SearchLimits.SessionsPerItem,
    };

    private static IReadOnlyCollection<string>? WithNarrower(IReadOnlyList<string> asked, ActivityList list) => asked.Count switch
    {
        0 => null,
        1 when list.SelfAndNarrower(asked[0]) is { Count: > 0 } narrower => narrower,
        // A cursor may name a concept that the list has lost since.
        _ => asked.Concat(asked.SelectMany(list.SelfAndNarrower)).ToHashSet(StringComparer.Ordinal),
    };

    private SearchAnswer Answer(HttpContext http, Turn turn, IReadOnlyList<Found> found)
    {
        var count = Math.Min(found.Count, turn.Request.Limit);
        var items = new OpportunityAnswer[count];
        for (var i = 0; i < count; i++)
            items[i] = OpportunityAnswers.Of(found[i], turn.Request.Filters) with { Suitability = SuitabilityOf(found[i], turn.Conditions) };
        var next = found.Count > count ? NextOf(turn, found[count - 1].Position) : null;
        if (turn.After is null)
            usage.Search(http.Caller(), turn.Request, turn.Place, turn.Conditions, items, next is not null);
        http.Response.Headers.CacheControl = "no-store";
        if (next is not null)
            http.Response.Headers[HeaderNames.Link] = $"<{next}>; rel=\"next\"";
        return new SearchAnswer
        {
            Query = Echo(turn),
            AsOf = turn.AsOf,
            Demo = origin.Demo,
            Rules = turn.Conditions is null ? null : RulesAnswer.Of(clinical.Rules),
            Guidance = turn.Conditions is null ? null : GuidanceAnswer.Of(turn.Conditions),
            Items = items,
            Next = next,
            Attribution = OpportunityAnswers.AttributionOf(items),
        };
    }

    private static IResult Write(SearchAnswer answer, AnswerFormat format) => format switch
    {
        AnswerFormat.GeoJson => new JsonAnswer<FeatureCollection>(FeatureCollection.Of(answer), ApiJson.Default.FeatureCollection, AnswerFormats.GeoJson),
        AnswerFormat.Csv => TypedResults.Text(SearchTable.Of(answer), SearchTable.ContentType, Encoding.UTF8),
        _ => new JsonAnswer<SearchAnswer>(answer, ApiJson.Default.SearchAnswer),
    };

    private string NextOf(Turn turn, Position after) =>
        $"{OpportunityAnswers.Path}?cursor={cursors.Write(new Cursor { Request = turn.Request with { Place = null }, Place = turn.Place, AsOf = turn.AsOf, RulesVersion = turn.Conditions is null ? null : clinical.Rules.Version, After = after })}";

    private QueryAnswer Echo(Turn turn) => new()
    {
        Place = turn.Place is { } place ? Echo(place) : null,
        RadiusKm = turn.Place is null ? null : turn.Request.RadiusKm,
        From = turn.Request.From,
        To = turn.Request.To,
        Conditions = turn.Conditions is null ? null : QueryConditionAnswer.Of(turn.Conditions),
        Activity = turn.Request.Activities.Count == 0 ? null : turn.Request.Activities.Select(Echo).ToArray(),
        Kind = (turn.Request.Kinds.Count > 0 ? turn.Request.Kinds : DefaultKinds).Select(kind => kind.Word()).ToArray(),
        Attendance = SearchParameters.Attendance.Words[(int)turn.Request.Attendance],
        Filters = turn.Request.Filters == AskedFilters.None ? null : turn.Request.Filters,
        Sort = SearchParameters.Sort.Words[(int)turn.Request.Sort],
    };

    private Turn TurnOf(SearchRequest request, FoundPlace? place, DateTimeOffset asOf, Position? after) =>
        new(request, place, asOf, after, request.Conditions.Count == 0 ? null : clinical.Rules.Conditions.Read(request.Conditions).Set);

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

    /// <summary>One page to be answered: the first of a request, or what a cursor goes on with.</summary>
    private sealed record Turn(SearchRequest Request, FoundPlace? Place, DateTimeOffset AsOf, Position? After, ConditionSet? Conditions);
}
