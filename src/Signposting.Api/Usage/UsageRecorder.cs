using Signposting.Api.Access;
using Signposting.Api.Extracts;
using Signposting.Api.Hosting;
using Signposting.Api.Opportunities;
using Signposting.Api.Places;
using Signposting.Store.Search;
using Signposting.Store.Usage;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Verdicts;

namespace Signposting.Api.Usage;

/// <summary>Notes searches and views, behind the answer: it neither waits nor fails.</summary>
internal sealed class UsageRecorder(UsageQueue queue, GapCounter gaps, TimeProvider time)
{
    private static readonly string[] Suiting = [Verdict.Recommended.Name(), Verdict.Suitable.Name()];

    /// <summary>The first page of a search; further pages are the same search.</summary>
    /// <param name="items">What was answered.</param>
    /// <param name="more">There is a next page.</param>
    public void Search(
        Caller caller, SearchRequest request, FoundPlace? place, ConditionSet? conditions, IReadOnlyList<OpportunityAnswer> items, bool more, UsageChannel channel = UsageChannel.Rest)
    {
        gaps.Put(items);
        var suited = conditions is null ? items : [.. items.Where(item => Suiting.Contains(item.Suitability?.Verdict))];
        var draft = UsageDraft.Of(UsageKind.Search, channel, caller, LondonTime.Now(time), conditions);
        queue.Put(draft with
        {
            Lsoa = place?.Lsoa,
            Event = draft.Event with
            {
                Activities = UsageOfOpportunity.ActivitiesOf(request.Activities),
                // A message instead of a search: that nothing was found would be wrong.
                Results = conditions?.NoActivities is null ? ResultsOf(request, conditions, items, suited, more) : null,
                Distance = suited.Min(item => item.DistanceMetres) is { } nearest ? DistanceBands.Of(nearest) : null,
            },
        });
    }

    public void View(Caller caller, ConditionSet? conditions, Opportunity opportunity, UsageChannel channel = UsageChannel.Rest)
    {
        var draft = UsageDraft.Of(UsageKind.View, channel, caller, LondonTime.Now(time), conditions);
        queue.Put(draft with { Event = draft.Event.About(opportunity) });
    }

    // In the order best what suits comes first: one that does not, on this page, is the end of them.
    private static UsageResults ResultsOf(SearchRequest request, ConditionSet? conditions, IReadOnlyList<OpportunityAnswer> items, IReadOnlyList<OpportunityAnswer> suited, bool more) => new(
        items.Count,
        more,
        conditions is null ? null : suited.Count,
        conditions is not null && more && (request.Sort != SortOrder.Best || suited.Count == items.Count));
}
