using System.Security.Cryptography;
using Signposting.Api.Access;
using Signposting.Api.Hosting;
using Signposting.Api.Places;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Usage;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.Usage;

/// <summary>Writes that somebody was sent to opportunities, without the somebody. What it returns is on the disk.</summary>
internal sealed class Signposts(StoreAccess store, PlaceFinder places, UsageCompletion completion, TimeProvider time)
{
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int IdLetters = 16;

    /// <param name="place">Where the person lives, as far as it is known; used for area and distance, and dropped.</param>
    /// <returns>One event for each opportunity, in their order.</returns>
    public async Task<IReadOnlyList<UsageEvent>> RecordAsync(
        Caller caller, IReadOnlyList<Opportunity> opportunities, ConditionSet? conditions, AskedPlace? place, UsageChannel channel, CancellationToken cancel)
    {
        var (lsoa, point) = await LocateAsync(place, cancel);
        var draft = UsageDraft.Of(UsageKind.Signpost, channel, caller, LondonTime.Now(time), conditions) with { Lsoa = lsoa };
        var events = new List<UsageEvent>(opportunities.Count);
        foreach (var opportunity in opportunities)
        {
            var usage = draft.Event.About(opportunity) with
            {
                Id = "sp_" + RandomNumberGenerator.GetString(Letters, IdLetters),
                Distance = point is { } from && opportunity.Description.Place?.Point is { } to ? DistanceBands.Of(from.DistanceTo(to)) : null,
            };
            events.Add(await completion.CompleteAsync(store.Store, draft with { Event = usage }, cancel));
        }

        await store.Store.RecordUsageAsync(events, durable: true, cancel);
        events.ForEach(UsageMetrics.Recorded);
        return events;
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
