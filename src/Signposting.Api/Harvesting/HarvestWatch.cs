using Feeds.Harvester.Progress;
using Signposting.Api.Hosting;
using Signposting.Store.Feeds;

namespace Signposting.Api.Harvesting;

/// <summary>Whether anything is harvested, by this process or by another one, and what cannot be.</summary>
internal sealed class HarvestWatch(ApiSettings settings, StoreAccess access, HarvestProgress progress)
{
    private bool IsOurs => settings.Shared.Enabled || settings.Demo;

    /// <returns>Null: a harvester is at work.</returns>
    /// <exception cref="Signposting.Store.StoreException">The store cannot be asked.</exception>
    public async Task<HarvestStatus?> StatusAsync(IEnumerable<FeedStatus> feeds, CancellationToken cancel) =>
        IsOurs ? HarvestStatus.Of(progress) : await HarvestStatus.OfAsync(access.Store, feeds, cancel);

    /// <summary>The sources, catalogues and dataset sites that could not be read when they were last tried.</summary>
    /// <exception cref="Signposting.Store.StoreException">The store cannot be asked.</exception>
    public async Task<IReadOnlyList<SourceProblem>> SourceProblemsAsync(CancellationToken cancel) =>
        IsOurs && progress.WaitsFor is null ? progress.SourceProblems : await SourceNotes.ReadAsync(access.Store, cancel);
}
