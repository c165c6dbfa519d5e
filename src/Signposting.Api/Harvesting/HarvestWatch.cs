using Feeds.Harvester.Progress;
using Signposting.Api.Hosting;
using Signposting.Store.Feeds;

namespace Signposting.Api.Harvesting;

/// <summary>Whether anything is harvested, by this process or by another one.</summary>
internal sealed class HarvestWatch(ApiSettings settings, StoreAccess access, HarvestProgress progress)
{
    /// <returns>Null: a harvester is at work.</returns>
    /// <exception cref="Signposting.Store.StoreException">The store cannot be asked.</exception>
    public async Task<HarvestStatus?> StatusAsync(IEnumerable<FeedStatus> feeds, CancellationToken cancel) =>
        settings.Shared.Enabled || settings.Demo ? HarvestStatus.Of(progress) : await HarvestStatus.OfAsync(access.Store, feeds, cancel);
}
