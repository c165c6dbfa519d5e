using Signposting.Api.Access;
using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Api.Problems;
using Signposting.Api.Usage;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.Opportunities;

/// <summary><c>GET /v1/opportunities/{id}</c>: one opportunity with its next sessions.</summary>
internal sealed class GetOpportunity(StoreAccess store, ClinicalRules clinical, DataOrigin origin, UsageRecorder usage, TimeProvider time)
{
    public async Task<IResult> AnswerAsync(HttpContext http, string id)
    {
        var errors = new ParameterErrors();
        var conditions = OnlyConditions.Read(http, clinical.Rules.Conditions, errors);
        if (errors.Any)
            return errors.ToProblem();
        if (!SubjectKey.IsPublicId(id))
            return Refusals.OpportunityUnknown();
        var now = LondonTime.Now(time);
        return await store.Store.FindAsync(id, now, SearchLimits.SessionsInDetail, http.RequestAborted) switch
        {
            LookUp.Here here => Show(http, here, conditions, now),
            LookUp.Withdrawn => Refusals.OpportunityWithdrawn(),
            LookUp.Hidden => Refusals.OpportunityHidden(),
            _ => Refusals.OpportunityUnknown(),
        };
    }

    private IResult Show(HttpContext http, LookUp.Here here, ConditionSet? conditions, DateTimeOffset now)
    {
        usage.View(http.Caller(), conditions, here.Opportunity);
        return Write(http, OpportunityAnswers.Of(here.Opportunity, here.Sessions) with { Suitability = SuitabilityOf(here, conditions) }, conditions, now);
    }

    private SuitabilityAnswer? SuitabilityOf(LookUp.Here here, ConditionSet? conditions) => conditions is null
        ? null
        : SuitabilityAnswer.Of(clinical.Rules.Assess(clinical.Records.Read(here.Opportunity.Description), conditions));

    private IResult Write(HttpContext http, OpportunityAnswer item, ConditionSet? conditions, DateTimeOffset now)
    {
        if (conditions is not null)
        {
            http.Response.Headers.CacheControl = "no-store";
            var answer = new DetailAnswer(item, now, origin.Demo) { Rules = RulesAnswer.Of(clinical.Rules), Guidance = GuidanceAnswer.Of(conditions) };
            return TypedResults.Json(answer, ApiJson.Answers.DetailAnswer);
        }

        var tag = EntityTag.Of(WithoutFreshness(item), ApiJson.Answers.OpportunityAnswer);
        return new TaggedJson<DetailAnswer>(new DetailAnswer(item, now, origin.Demo), ApiJson.Answers.DetailAnswer, tag);
    }

    // A feed is looked at every few seconds; that alone makes nothing new worth sending again.
    private static OpportunityAnswer WithoutFreshness(OpportunityAnswer item) =>
        item with { Provenance = [.. item.Provenance.Select(provenance => provenance with { FeedCheckedAt = null })] };
}
