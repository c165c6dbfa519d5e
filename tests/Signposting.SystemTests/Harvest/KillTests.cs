using System.Globalization;
using Signposting.SystemTests.Support;
using Xunit;

namespace Signposting.SystemTests.Harvest;

/// <summary>A page and its cursor are one transaction, so the harvester may be killed at any moment.</summary>
public sealed class KillTests
{
    /// <summary>25, or what SIGNPOSTING_KILLS says.</summary>
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("SIGNPOSTING_KILLS") ?? "25", CultureInfo.InvariantCulture);

    [Fact]
    public Task Killed_at_random_moments_SQLite_loses_nothing_and_holds_nothing_twice() => KillAsync("sqlite", seed: 1);

    [Fact]
    public Task Killed_at_random_moments_PostGIS_loses_nothing_and_holds_nothing_twice() => KillAsync("postgis", seed: 2);

    /// <summary>Each harvest that gets to its end in spite of its kills is compared, and another begins with an empty store,
    /// until there were enough kills. Their moments spread over start-up, migration, harvest and counting.</summary>
    private static async Task KillAsync(string engine, int seed)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var undisturbed = await TestStore.CreateAsync(engine);
        await using var publisher = await SamplePublisherProcess.StartAsync(opportunities: 700, pageSize: 25, cancel);
        var started = TimeProvider.System.GetTimestamp();
        await using (var harvest = Harvest(publisher, undisturbed))
            Assert.True(await harvest.ExitCodeAsync(cancel) == 0, harvest.Output);
        var whole = TimeProvider.System.GetElapsedTime(started);
        var expected = await DigestAsync(undisturbed, cancel);
        var random = new Random(seed);

        for (var kills = 0; kills < Kills;)
        {
            await using var store = await TestStore.CreateAsync(engine);
            kills += await HarvestWithKillsAsync(publisher, store, Kills - kills, () => whole * random.NextDouble(), cancel);
            var held = await DigestAsync(store, cancel);
            Assert.True(expected.SequenceEqual(held), Difference(expected, held));
        }
    }

    /// <summary>Harvests to the end, through at most so many kills; a slow machine may not get there between two of them.</summary>
    private static async Task<int> HarvestWithKillsAsync(
        SamplePublisherProcess publisher, TestStore store, int most, Func<TimeSpan> moment, CancellationToken cancel)
    {
        for (var kills = 0; ; kills++)
        {
            await using var harvest = Harvest(publisher, store);
            if (kills < most && await harvest.KillAfterAsync(moment(), cancel))
                continue;
            Assert.True(await harvest.ExitCodeAsync(cancel) == 0, harvest.Output);
            return kills;
        }
    }

    private static Task<IReadOnlyList<string>> DigestAsync(TestStore store, CancellationToken cancel) =>
        StoreDigest.OfAsync(store.Engine == "sqlite", store.Connection, cancel);

    private static string Difference(IReadOnlyList<string> expected, IReadOnlyList<string> held) =>
        $"{expected.Count} rows became {held.Count}; lost: {string.Join('\n', expected.Except(held).Take(3))}; new: {string.Join('\n', held.Except(expected).Take(3))}";

    private static RunningProgram Harvest(SamplePublisherProcess publisher, TestStore store) => RunningProgram.StartBuilt(
        "Feeds.Harvester",
        [
            "harvest", publisher.DatasetSite, "--Feeds:TrustedOrigins", publisher.Origin,
            "--Store:Engine", store.Engine, "--Store:Connection", store.Connection, "--Vocabularies:ActivityList", publisher.ActivityList,
        ]);
}
