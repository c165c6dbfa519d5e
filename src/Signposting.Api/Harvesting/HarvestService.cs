using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Vocabularies;
using Signposting.Api.Activities;
using Signposting.Api.Demo;
using Signposting.Api.Hosting;
using Signposting.Store;

namespace Signposting.Api.Harvesting;

/// <summary>Harvests inside the service, so that one command is the whole system; tells how it goes in lines that a person can follow.</summary>
internal sealed class HarvestService(
    ApiSettings settings, StoreAccess access, ActivityConcepts concepts, HarvestProgress progress, FatalProblem fatal, TimeProvider time, ILogger<HarvestService> log)
    : BackgroundService
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenListReads = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var store = await access.WhenOpenAsync(stoppingToken);
        if (!settings.Shared.Enabled && !settings.Demo)
            await FollowListAsync(store, stoppingToken);
        else if (settings.Demo)
            await HarvestDemoAsync(store, stoppingToken);
        else
            await HarvestAsync(settings.Shared.Harvester, store, stoppingToken);
    }

    /// <summary>Another process harvests, and keeps the activity list in the store.</summary>
    private async Task FollowListAsync(SpatialStore store, CancellationToken cancel)
    {
        log.HarvestingOff();
        using var ticks = new PeriodicTimer(BetweenListReads, time);
        do
        {
            try
            {
                await OpenListAsync(store, cancel);
            }
            catch (StoreException failure)
            {
                log.ActivityListUnreadable(failure.Message);
            }
        }
        while (await ticks.WaitForNextTickAsync(cancel));
    }

    private async Task HarvestDemoAsync(SpatialStore store, CancellationToken cancel)
    {
        try
        {
            using var sample = await SampleProcess.StartAsync(cancel);
            log.SampleRuns(sample.Address);
            log.SamplePostcodes(await SamplePostcodes.ImportAsync(sample.Address, store, cancel));
            await store.ImportAreasAsync([.. DemoAreas.All], DemoAreas.Vintage(time.GetUtcNow()), cancel);
            log.DemoUsage(await DemoUsage.FillAsync(store, time, cancel));
            await HarvestAsync(sample.AsSource(settings.Shared.Harvester), store, cancel);
        }
        catch (Exception failure) when (failure is DemoException or HttpRequestException or TimeoutException)
        {
            fatal.Stop($"--demo: {failure.Message}");
        }
    }

    private async Task HarvestAsync(HarvesterOptions options, SpatialStore store, CancellationToken cancel)
    {
        var lines = new ProgressLines(progress, time).WriteAsync(BetweenLines, log.Progress, cancel);
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                var activities = await OpenListAsync(store, cancel);
                await FeedHarvester.RunAsync(options with { Activities = activities, Logger = log, Time = time }, store, progress, cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                log.HarvestingStopped(AfterFailure.TotalSeconds, failure);
                await Task.Delay(AfterFailure, time, cancel);
            }
        }

        await lines;
    }

    private async Task<ActivityVocabulary> OpenListAsync(SpatialStore store, CancellationToken cancel)
    {
        var list = await ActivityVocabulary.OpenAsync(store, settings.Shared.Harvester.ActivityList, cancel);
        concepts.Follow(() => list.Current);
        return list;
    }
}
