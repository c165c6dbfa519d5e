using System.Text;
using Microsoft.Net.Http.Headers;
using Signposting.Api.Access;
using Signposting.Api.Activities;
using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Api.Places;
using Signposting.Api.Problems;
using Signposting.Store.Usage;

namespace Signposting.Api.Opportunities;

/// <summary><c>GET /v1/opportunities</c> and <c>POST …/search</c>: what is near, or soon.</summary>
internal sealed class SearchOpportunities(RunSearch search, PlaceFinder places, ActivityConcepts concepts, ClinicalRules clinical, CursorText cursors, TimeProvider time)
{
    public async Task<IResult> AnswerAsync(HttpContext http, SentParameters sent, ParameterErrors errors)
    {
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (AnswerFormats.Choose(http.Request) is not { } format)
            return Refusals.NotAcceptable(AnswerFormats.InWords);
        var (turn, refusal) = sent.Has(SearchParameters.Cursor) || errors.Has(SearchParameters.Cursor.Name)
            ? GoOn(sent, errors)
            : await StartAsync(sent, errors, http.RequestAborted);
        if (turn is null)
            return refusal!;
        var answer = await search.AnswerAsync(turn, http.Caller(), http.WantsOnlyHead() ? null : UsageChannel.Rest, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        if (answer.Next is { } next)
            http.Response.Headers[HeaderNames.Link] = $"<{next}>; rel=\"next\"";
        return Write(answer, format);
    }

    private async Task<(SearchTurn? Turn, IResult? Refusal)> StartAsync(SentParameters sent, ParameterErrors errors, CancellationToken cancel)
    {
        var now = LondonTime.Now(time);
        if (new SearchRequestReader(sent, errors, concepts.Current, clinical.Rules.Conditions, now).Read() is not { } request)
            return (null, errors.ToProblem());
        if (request.Place is not { } asked)
            return (search.TurnOf(request, null, now), null);
        return await places.FindAsync(asked, cancel) switch
        {
            PlaceLookUp.Found { Place: var place } => (search.TurnOf(request, place, now), null),
            PlaceLookUp.Unavailable down => (null, Refusals.PostcodesUnavailable(down.Detail, down.RetryAfterSeconds)),
            PlaceLookUp.Unknown unknown => (null, Refusals.PostcodeUnknown(unknown.Detail)),
            var other => throw new InvalidOperationException($"A place look-up ended as {other.GetType().Name}."),
        };
    }

    private (SearchTurn? Turn, IResult? Refusal) GoOn(SentParameters sent, ParameterErrors errors)
    {
        foreach (var name in sent.NamesBeside(SearchParameters.Cursor))
            errors.Add(name, "was sent together with cursor; a cursor carries the whole query, so send it alone");
        var cursor = sent.One(SearchParameters.Cursor) is { } text ? cursors.Read(text) : null;
        if (cursor is null)
            errors.Add("cursor", "is not valid, or older than 24 hours; take it from next as it stands, or search again from the start");
        else if (cursor.RulesVersion is { } version && version != clinical.Rules.Version)
            errors.Add("cursor", "was made with other rules than those now served; search again from the start");
        return errors.Any ? (null, errors.ToProblem()) : (search.TurnOf(cursor!.Request, cursor.Place, cursor.AsOf, cursor.After), null);
    }

    private static IResult Write(SearchAnswer answer, AnswerFormat format) => format switch
    {
        AnswerFormat.GeoJson => new JsonAnswer<FeatureCollection>(FeatureCollection.Of(answer), ApiJson.Default.FeatureCollection, AnswerFormats.GeoJson),
        AnswerFormat.Csv => TypedResults.Text(SearchTable.Of(answer), SearchTable.ContentType, Encoding.UTF8),
        _ => new JsonAnswer<SearchAnswer>(answer, ApiJson.Default.SearchAnswer),
    };
}
