using Signposting.SystemTests.Support;
using Xunit;

namespace Signposting.SystemTests.Harvest;

/// <summary>A page and its cursor are one transaction, so the harvester may be killed at any moment.</summary>
public sealed class KillTests
{
    private const int Kills = 25;

    /// <summary>Each time a killed and resumed harvest gets to its end it is compared; then the next one begins, until
    /// there were enough kills. Their moments spread over start-up, migration, harvest and counting.</summary>
    [Theory]
    [InlineData("sqlite", 1)]
    [InlineData("postgis", 2)]
    public async Task Killed_at_random_moments_nothing_is_lost_and_nothing_comes_twice(string engine, int seed)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var undisturbed = await TestStore.CreateAsync(engine);
        await using var publisher = await SamplePublisherProcess.StartAsync(opportunities: 1500, pageSize: 50);
        var started = TimeProvider.System.GetTimestamp();
        await using (var harvest = Harvest(publisher, undisturbed))
            Assert.True(await harvest.ExitAsync(cancel) == 0, harvest.Output);
        var whole = TimeProvider.System.GetElapsedTime(started);
        var expected = await StoreDigest.OfAsync(undisturbed, cancel);
        var random = new Random(seed);

        for (var kills = 0; kills < Kills;)
        {
            await using var store = await TestStore.CreateAsync(engine);
            kills += await HarvestWithKillsAsync(publisher, store, whole, random, cancel);
            Assert.Equal(expected, await StoreDigest.OfAsync(store, cancel));
        }
    }

    private static async Task<int> HarvestWithKillsAsync(
        SamplePublisherProcess publisher, TestStore store, TimeSpan whole, Random random, CancellationToken cancel)
    {
        for (var kills = 0; ; kills++)
        {
            await using var harvest = Harvest(publisher, store);
            if (await harvest.KillAfterAsync(whole * random.NextDouble(), cancel))
                continue;
            Assert.True(await harvest.ExitAsync(cancel) == 0, harvest.Output);
            return kills;
        }
    }

    private static RealProgram Harvest(SamplePublisherProcess publisher, TestStore store) => RealProgram.Start(
        "Feeds.Harvester", Path.GetTempPath(), "harvest", publisher.DatasetSite, "--Feeds:TrustedOrigins", publisher.Origin,
        "--Store:Engine", store.Engine, "--Store:Connection", store.Connection, "--Vocabularies:ActivityList", publisher.ActivityList);
}
