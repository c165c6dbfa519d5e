using Feeds.Harvester.Catalogues;
using Feeds.Harvester.Http;
using Feeds.Harvester.Normalising;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Rpde;
using Feeds.Harvester.Vocabularies;
using Signposting.Store;

namespace Feeds.Harvester.Harvesting;

/// <summary>
/// The harvester. It finds feeds from the sources, reads them into the store and tells a <see cref="HarvestProgress"/>
/// how it is doing. What cannot be reached is told and tried again; only cancellation and a bug end a run early. It may be
/// stopped or killed at any moment: the next run goes on from the cursors in the store.
/// </summary>
public static class FeedHarvester
{
    /// <summary>Waits until no other harvester works on the store, reads every feed of the sources to its last page, then removes what is over and counts. Whether all got
    /// there is <see cref="HarvestProgress.IsComplete"/>.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; what was committed is kept.</exception>
    public static async Task HarvestOnceAsync(HarvesterOptions options, SpatialStore store, HarvestProgress progress, CancellationToken cancel)
    {
        CheckThere(options, store, progress);
        await new HarvestLease(store, progress, null, options).HoldAsync(
            async held =>
            {
                using var harvest = await Parts.PrepareAsync(options, store, progress, new StoreHold(store, progress, options), isForEver: false, held);
                await harvest.OnceAsync(held);
            },
            cancel);
    }

    /// <summary>Harvests until cancelled: looks at the sources again every hour, and at each feed when it is due, the one
    /// that has been due longest first.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled, which is its normal end.</exception>
    public static async Task RunAsync(HarvesterOptions options, SpatialStore store, HarvestProgress progress, CancellationToken cancel)
    {
        CheckThere(options, store, progress);
        var hold = new StoreHold(store, progress, options);
        await new HarvestLease(store, progress, hold, options).HoldAsync(
            async held =>
            {
                using var harvest = await Parts.PrepareAsync(options, store, progress, hold, isForEver: true, held);
                await harvest.ForEverAsync(held);
            },
            cancel);
    }

    private static void CheckThere(HarvesterOptions options, SpatialStore store, HarvestProgress progress)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(progress);
    }

    /// <summary>All that one run is made of.</summary>
    private sealed class Parts : IDisposable
    {
        private readonly Schedule schedule;
        private readonly FeedHttp http;
        private readonly SourceWatch sources;
        private readonly HarvestLoop loop;
        private readonly Housekeeping housekeeping;
        private readonly ActivityKeeper activities;

        private Parts(HarvesterOptions options, SpatialStore store, HarvestProgress progress, ActivityVocabulary vocabulary, StoreHold hold, bool isForEver)
        {
            schedule = new Schedule(options.Time, options.MaxFeedsAtOnce);
            http = new FeedHttp(options.Http with { Contact = options.Contact, TrustedOrigins = options.TrustedOrigins });
            var normaliser = new ItemNormaliser(() => vocabulary.Current, options.Time);
            var postcodes = new PostcodeMemory(store, options.Time);
            var preparation = new PagePreparation(new RpdeFeedReader(http), normaliser, postcodes, options.Time, options.Logger);
            var lifecycle = new FeedLifecycle(store, preparation, options);
            var roster = new Roster(store, lifecycle, schedule, progress, options);
            sources = new SourceWatch(new Discovery(new SourceReader(http)), roster, store, progress, options);
            housekeeping = new Housekeeping(roster, new Replay(store, normaliser, postcodes, options), store, options);
            loop = new HarvestLoop(schedule, preparation, lifecycle, housekeeping, store, hold, options, isForEver);
            activities = new ActivityKeeper(vocabulary, http, options);
        }

        public static async Task<Parts> PrepareAsync(
            HarvesterOptions options, SpatialStore store, HarvestProgress progress, StoreHold hold, bool isForEver, CancellationToken cancel)
        {
            var vocabulary = options.Activities ?? await ActivityVocabulary.OpenAsync(store, options.ActivityList, cancel);
            return new Parts(options, store, progress, vocabulary, hold, isForEver);
        }

        public async Task OnceAsync(CancellationToken cancel)
        {
            await Together.RunBesideAsync(
                token => Together.RunAsync(token, FindFeedsAsync, ReadFeedsAsync),
                token => Together.RunAsync(token, housekeeping.KeepAsync, activities.KeepAsync),
                cancel);
            await housekeeping.FinishAsync(cancel);
        }

        public Task ForEverAsync(CancellationToken cancel) =>
            Together.RunAsync(cancel, sources.WalkForEverAsync, ReadFeedsAsync, housekeeping.KeepAsync, activities.KeepAsync);

        public void Dispose() => http.Dispose();

        private async Task ReadFeedsAsync(CancellationToken cancel)
        {
            await activities.AwaitFirstAsync(cancel);
            await loop.RunAsync(cancel);
        }

        private async Task FindFeedsAsync(CancellationToken cancel)
        {
            await sources.WalkOnceAsync(cancel);
            schedule.Close();
        }
    }
}
