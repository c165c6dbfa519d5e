using Signposting.Api.Access;
using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Api.Problems;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Api.Usage;

/// <summary><c>POST /v1/signposts</c>: somebody was sent to an opportunity. What is answered 201 is on the disk.</summary>
internal sealed class RecordSignpost(StoreAccess store, ClinicalRules clinical, Signposts signposts, ChosenSession chosen, DataOrigin origin, TimeProvider time)
{
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
        if (request.SessionStart is { } start && await chosen.ObjectionAsync(opportunity, start, http.RequestAborted) is { } objection)
            return Refusals.InvalidParameter(SignpostBody.SessionStart, objection);
        var events = await signposts.RecordAsync(http.Caller(), [opportunity], request.Conditions, request.Place, request.Channel, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        var answer = new SignpostAnswer { Id = events[0].Id!, RecordedAt = LondonTime.Now(time), Demo = origin.Demo };
        return TypedResults.Json(answer, ApiJson.Answers.SignpostAnswer, statusCode: StatusCodes.Status201Created);
    }
}
