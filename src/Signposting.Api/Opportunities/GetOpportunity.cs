using Signposting.Api.Access;
using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Api.Problems;
using Signposting.Api.Usage;
using Signposting.Store.Search;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.Opportunities;

/// <summary><c>GET</c> and <c>POST /v1/opportunities/{id}</c>: one opportunity with its next sessions.</summary>
internal sealed class GetOpportunity(FindOpportunity find, ClinicalRules clinical, DataOrigin origin, UsageRecorder usage, TimeProvider time)
{
    public Task<IResult> AnswerAsync(HttpContext http, string id)
    {
        var errors = new ParameterErrors();
        return AnswerAsync(http, id, SentParameters.FromQuery(http.Request.QueryString.Value, SearchParameters.OfOne, errors), errors);
    }

    public async Task<IResult> AnswerToBodyAsync(HttpContext http, string id)
    {
        var errors = new ParameterErrors();
        var sent = await SearchBody.ReadAsync(http, SearchParameters.OfOne, """{"condition": ["falls"]}""", errors);
        return sent is null ? errors.ToProblem() : await AnswerAsync(http, id, sent, errors);
    }

    private async Task<IResult> AnswerAsync(HttpContext http, string id, SentParameters sent, ParameterErrors errors)
    {
        var conditions = ConditionParameter.Read(clinical.Rules.Conditions, [.. sent.Many(SearchParameters.Condition)], errors);
        if (errors.Any)
            return errors.ToProblem();
        var now = LondonTime.Now(time);
        var (here, refusal) = await find.FindAsync(id, now, DateTimeOffset.MaxValue, SearchLimits.SessionsInDetail, http.RequestAborted);
        if (here is null)
            return refusal!;
        if (!http.WantsOnlyHead())
            usage.View(http.Caller(), conditions, here.Opportunity);
        return Write(http, here, conditions, now);
    }

    private IResult Write(HttpContext http, LookUp.Here here, ConditionSet? conditions, DateTimeOffset now)
    {
        var item = OpportunityAnswers.Of(here.Opportunity, here.Sessions);
        if (conditions is null && HttpMethods.IsGet(http.Request.Method))
            return new TaggedJson<DetailAnswer>(new DetailAnswer(item, now, origin.Demo), ApiJson.Answers.DetailAnswer, EntityTag.Of(WithoutFreshness(item), ApiJson.Answers.OpportunityAnswer));
        http.Response.Headers.CacheControl = "no-store";
        var answer = new DetailAnswer(item, now, origin.Demo);
        return TypedResults.Json(conditions is null ? answer : Assess(answer, here, conditions), ApiJson.Answers.DetailAnswer);
    }

    private DetailAnswer Assess(DetailAnswer answer, LookUp.Here here, ConditionSet conditions) => answer with
    {
        Suitability = SuitabilityAnswer.Of(clinical.Rules.Assess(clinical.Records.Read(here.Opportunity.Description), conditions)),
        Rules = RulesAnswer.Of(clinical.Rules),
        Guidance = GuidanceAnswer.Of(conditions),
    };

    // A feed is looked at every few seconds; that alone makes nothing new worth sending again.
    private static OpportunityAnswer WithoutFreshness(OpportunityAnswer item) =>
        item with { Provenance = [.. item.Provenance.Select(provenance => provenance with { FeedCheckedAt = null })] };
}
