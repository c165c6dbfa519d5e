using Signposting.Api.Hosting;
using Signposting.Api.Opportunities;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Api.SearchPage.Leaflets;

/// <summary>How an activity that somebody chose stands today.</summary>
internal enum Standing
{
    /// <summary>As it was.</summary>
    Current,

    /// <summary>Its record was read anew since then.</summary>
    Changed,

    /// <summary>It is offered, but no session to come is published.</summary>
    NoDates,

    /// <summary>All of it, or every session that is to come.</summary>
    Cancelled,

    /// <summary>Withdrawn, hidden, or never known: nobody should be sent there.</summary>
    Gone,
}

/// <summary>An activity on a list or leaflet.</summary>
/// <param name="Item">Null: it is gone.</param>
/// <param name="Opportunity">The same as the store has it.</param>
internal sealed record LeafletEntry(string Id, Standing Standing, OpportunityAnswer? Item, Opportunity? Opportunity)
{
    private const int SessionsEach = 40;

    /// <summary>The activities of these ids, in their order.</summary>
    /// <param name="since">When they were chosen; null: nothing counts as changed.</param>
    public static async Task<IReadOnlyList<LeafletEntry>> ReadAsync(StoreAccess store, IReadOnlyList<string> ids, DateTimeOffset? since, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await store.Store.FindAllAsync(ids, now, SessionsEach, cancel);
        return [.. ids.Zip(found, (id, one) => Of(id, one, since))];
    }

    private static LeafletEntry Of(string id, LookUp found, DateTimeOffset? since) => found is LookUp.Here here
        ? new LeafletEntry(id, StandingOf(ReadStatus.Of(id, here, since)), OpportunityAnswers.Of(here.Opportunity, here.Sessions), here.Opportunity)
        : new LeafletEntry(id, Standing.Gone, null, null);

    private static Standing StandingOf(IdStatusAnswer status) => status switch
    {
        { Status: "cancelled" } => Standing.Cancelled,
        { TimesPublished: true, NextSession: null } => Standing.NoDates,
        { Status: "changed" } => Standing.Changed,
        _ => Standing.Current,
    };
}
