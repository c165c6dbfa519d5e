using Signposting.Api.Hosting;
using Signposting.Api.Places;
using Signposting.Store;

namespace Signposting.Api.Conditions;

/// <summary>
/// Reads every record for the rules (and for the list of towns) in the background, so that no search for a patient has to do it for a whole town at once:
/// a tenth of a millisecond a record, with a pause after each batch that leaves the processor to searches.
/// </summary>
internal sealed class RecordReading(StoreAccess access, ClinicalRules rules, TownList towns, TimeProvider time, ILogger<RecordReading> log) : BackgroundService
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(20);

    /// <summary>A town is found so soon after its first venue was harvested.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var store = await access.WhenOpenAsync(stoppingToken);
        for (var after = 0L; ;)
        {
            var next = await ReadSomeAsync(store, after, stoppingToken);
            if (next == after && after > 0)
                towns.EndReading();
            await Task.Delay(next is null ? AfterFailure : next > after ? Pause : BetweenLooks, time, stoppingToken);
            after = next ?? after;
        }
    }

    /// <returns>Where to go on; null: the store could not be read.</returns>
    private async Task<long?> ReadSomeAsync(SpatialStore store, long after, CancellationToken cancel)
    {
        try
        {
            foreach (var (card, description) in await store.ReadRecordsAsync(after, AtOnce, cancel))
            {
                if (rules.Records.Find(card) is null)
                    rules.Records.Read(card, description);
                towns.Note(description.Place);
                after = card.Id;
            }

            return after;
        }
        catch (StoreException failure)
        {
            log.RecordsUnreadable(failure.Message);
            return null;
        }
    }
}
