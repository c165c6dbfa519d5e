using System.Security.Cryptography;
using Signposting.Api.Access;
using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Api.Places;
using Signposting.Api.Problems;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Usage;

namespace Signposting.Api.Usage;

/// <summary><c>POST /v1/signposts</c>: somebody was sent to an opportunity. What is answered 201 is on the disk.</summary>
internal sealed class RecordSignpost(StoreAccess store, ClinicalRules clinical, PlaceFinder places, UsageCompletion completion, TimeProvider time)
{
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int IdLetters = 16;

    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var errors = new ParameterErrors();
        if (await new SignpostBody(clinical.Rules.Conditions, errors).ReadAsync(http.Request) is not { } request)
            return errors.ToProblem();
        return await store.Store.FindAsync(request.OpportunityId, time.GetUtcNow(), 1, http.RequestAborted) switch
        {
            LookUp.Here here => await RecordAsync(http, request, here.Opportunity),
            LookUp.Withdrawn => Refusals.OpportunityWithdrawn(),
            LookUp.Hidden => Refusals.OpportunityHidden(),
            _ => Refusals.OpportunityUnknown(),
        };
    }

    private async Task<IResult> RecordAsync(HttpContext http, SignpostRequest request, Opportunity opportunity)
    {
        var now = LondonTime.Now(time);
        var (lsoa, point) = await LocateAsync(request.Place, http.RequestAborted);
        var draft = UsageDraft.Of(UsageKind.Signpost, request.Channel, http.Caller(), now, request.Conditions) with { Lsoa = lsoa };
        var usage = draft.Event.About(opportunity) with
        {
            Id = "sp_" + RandomNumberGenerator.GetString(Letters, IdLetters),
            Distance = point is { } from && opportunity.Description.Place?.Point is { } to ? DistanceBands.Of(from.DistanceTo(to)) : null,
        };
        usage = await completion.CompleteAsync(store.Store, draft with { Event = usage }, http.RequestAborted);
        await store.Store.RecordUsageAsync([usage], durable: true, http.RequestAborted);
        UsageMetrics.Recorded(usage);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new SignpostAnswer { Id = usage.Id!, RecordedAt = now }, ApiJson.Answers.SignpostAnswer, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>A signpost that was made is recorded, whether or not its postcode can be found: "area not known" is a row of its own.</summary>
    private async Task<(string? Lsoa, GeoPoint? Point)> LocateAsync(AskedPlace? asked, CancellationToken cancel)
    {
        // The middle of a district tells neither an area nor how far somebody has to go.
        if (asked is not AskedPlace.FullPostcode postcode)
            return default;
        return await places.FindAsync(postcode, cancel) is PlaceLookUp.Found { Place: var place }
            ? (place.Lsoa, place.Point)
            : ((await store.Store.FindPostcodeAsync(postcode.Text, cancel))?.Lsoa, null);
    }
}
