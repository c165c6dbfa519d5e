using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Api.Opportunities;
using Signposting.Store;
using Signposting.Store.Areas;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Records;
using Signposting.Suitability.Verdicts;
using Signposting.Usage;
using Signposting.Usage.Counting;
using Signposting.Usage.Disclosure;

namespace Signposting.Api.Extracts;

/// <summary>Reads all that is offered, once for a month: what suits which condition where, and what publishers state. Holds counts, not records.</summary>
internal sealed class OfferReader(ClinicalRules clinical, TimeProvider time)
{
    private const int AtOnce = 500;

    /// <summary>Places are of sessions, which change by the minute; they say nothing of a record.</summary>
    private const string OfSessions = "remainingAttendeeCapacity";

    /// <param name="used">The nation's use of the month, of which the searches that met a gap are part.</param>
    public async Task<Offers> ReadAsync(SpatialStore store, Month month, MonthCounts used, CancellationToken cancel)
    {
        var (boards, national) = (new Dictionary<string, BoardOffer>(StringComparer.Ordinal), new BoardOffer());
        var areas = new Dictionary<string, Area?>(StringComparer.Ordinal);
        var suited = new Dictionary<RecordKey, IReadOnlyList<string>>();
        for (long? after = 0; after is { } from;)
        {
            (after, var opportunities) = await store.ReadOfferedAsync(from, AtOnce, cancel);
            foreach (var opportunity in opportunities)
            {
                var area = await AreaOfAsync(store, opportunity, areas, cancel);
                var conditions = SuitedTo(opportunity.Description, suited);
                Count(national, opportunity, area?.Icb.Ods ?? Words.NotKnown, conditions);
                if (area is null)
                    continue;
                if (!boards.TryGetValue(area.Icb.Ods, out var board))
                    boards.Add(area.Icb.Ods, board = new BoardOffer());
                Count(board, opportunity, area.SubIcb.Ods, conditions);
            }
        }

        var searched = (await store.ReadUsageGapsAsync(month.First, cancel)).ToDictionary(gap => (gap.Publisher, gap.Gap), gap => BesideTables.PublishSearches(gap.Searches, used));
        return new Offers(LondonTime.Now(time), boards, national, searched, BesideTables.PublishSearches(0, used));
    }

    private static void Count(BoardOffer offer, Opportunity opportunity, string area, IReadOnlyList<string> conditions)
    {
        foreach (var condition in conditions)
            offer.AddCondition(area, condition);
        foreach (var activity in (opportunity.Description.Activities ?? []).Select(activity => activity.Id).OfType<string>().Distinct())
            offer.AddActivity(area, activity);
        var missing = Readiness.Of(opportunity.Description, []).Missing.Where(gap => gap != OfSessions).ToList();
        offer.AddQuality(opportunity.Provenance[0].Publisher ?? Words.NotStated, missing, 1 - (missing.Count / (Readiness.Properties - 1.0)));
    }

    /// <summary>Keys of the conditions for which it is recommended or suitable.</summary>
    private IReadOnlyList<string> SuitedTo(Description description, Dictionary<RecordKey, IReadOnlyList<string>> known)
    {
        var record = clinical.Records.Read(description);
        if (!known.TryGetValue(record, out var suited))
            known.Add(record, suited = [.. Conditions().Where(one => clinical.Rules.VerdictOf(record, one.Set) is Verdict.Recommended or Verdict.Suitable).Select(one => one.Key)]);
        return suited;
    }

    private IEnumerable<(string Key, ConditionSet Set)> Conditions() =>
        clinical.Rules.Conditions.All.Select(condition => (condition.Key, clinical.Rules.Conditions.Read([condition.Key]).Set)).Where(one => one.Set is not null)!;

    // A venue has many opportunities.
    private static async Task<Area?> AreaOfAsync(SpatialStore store, Opportunity opportunity, Dictionary<string, Area?> known, CancellationToken cancel)
    {
        if (opportunity.Description.Place?.Postcode is not { } postcode)
            return null;
        if (!known.TryGetValue(postcode, out var area))
            known.Add(postcode, area = await store.FindAreaAsync(postcode, cancel));
        return area;
    }
}
