using Signposting.Api.Hosting;
using Signposting.Api.Problems;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Api.Opportunities;

/// <summary><c>GET /v1/opportunities/{id}</c>: one opportunity with its next sessions.</summary>
internal sealed class GetOpportunity(StoreAccess store, DataOrigin origin, TimeProvider time)
{
    public async Task<IResult> AnswerAsync(HttpContext http, string id)
    {
        if (!SubjectKey.IsPublicId(id))
            return Refusals.OpportunityUnknown();
        var now = LondonTime.Now(time);
        return await store.Store.FindAsync(id, now, SearchLimits.SessionsInDetail, http.RequestAborted) switch
        {
            LookUp.Here here => Write(OpportunityAnswers.Of(here.Opportunity, here.Sessions), now),
            LookUp.Withdrawn => Refusals.OpportunityWithdrawn(),
            LookUp.Hidden => Refusals.OpportunityHidden(),
            _ => Refusals.OpportunityUnknown(),
        };
    }

    private TaggedJson<DetailAnswer> Write(OpportunityAnswer item, DateTimeOffset now)
    {
        var tag = EntityTag.Of(WithoutFreshness(item), ApiJson.Answers.OpportunityAnswer);
        return new TaggedJson<DetailAnswer>(new DetailAnswer(item, now, origin.Demo), ApiJson.Answers.DetailAnswer, tag);
    }

    // A feed is looked at every few seconds; that alone makes nothing new worth sending again.
    private static OpportunityAnswer WithoutFreshness(OpportunityAnswer item) =>
        item with { Provenance = [.. item.Provenance.Select(provenance => provenance with { FeedCheckedAt = null })] };
}
