using Signposting.Api.Hosting;
using Signposting.Api.Problems;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Api.Opportunities;

/// <summary>From an id to its opportunity, or to the refusal that says why there is none.</summary>
internal sealed class FindOpportunity(StoreAccess store)
{
    /// <returns>One of the two.</returns>
    public async Task<(LookUp.Here? Here, IResult? Refusal)> FindAsync(string id, DateTimeOffset from, DateTimeOffset to, int maxSessions, CancellationToken cancel)
    {
        if (!SubjectKey.IsPublicId(id))
            return (null, Refusals.OpportunityUnknown());
        return await store.Store.FindAsync(id, from, to, maxSessions, cancel) switch
        {
            LookUp.Here here => (here, null),
            LookUp.Withdrawn => (null, Refusals.OpportunityWithdrawn()),
            LookUp.Hidden => (null, Refusals.OpportunityHidden()),
            _ => (null, Refusals.OpportunityUnknown()),
        };
    }
}
