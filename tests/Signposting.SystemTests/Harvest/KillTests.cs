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

    /// <summary>
    /// Each harvest that gets to its end in spite of its kills is compared, and another begins with an empty store, until there were enough
    /// kills. Their moments follow from how far the harvest has come, so that they hit as well on a machine that is busy with other things.
    /// </summary>
    private static async Task KillAsync(string engine, int seed)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var undisturbed = await TestStore.CreateAsync(engine);
        await using var publisher = await SamplePublisherProcess.StartAsync(opportunities: 700, pageSize: 25, cancel);
        await using var relay = new CountingRelay(publisher.Origin);
        var moments = new KillMoments(relay, new Random(seed));
        await using (var harvest = Harvest(relay, undisturbed))
        {
            moments.Begin();
            Assert.True(await harvest.ExitCodeAsync(cancel) == 0, harvest.Output);
            moments.HaveSeenAWholeHarvest();
        }

        var expected = await DigestAsync(undisturbed, cancel);
        while (moments.Hits < Kills)
        {
            await using var store = await TestStore.CreateAsync(engine);
            await HarvestWithKillsAsync(relay, store, moments, cancel);
            var held = await DigestAsync(store, cancel);
            Assert.True(expected.SequenceEqual(held), Difference(expected, held));
        }

        TestContext.Current.SendDiagnosticMessage("{0}", $"{engine}: {moments}");
    }

    /// <summary>Harvests to the end, however often it is killed on the way.</summary>
    private static async Task HarvestWithKillsAsync(CountingRelay relay, TestStore store, KillMoments moments, CancellationToken cancel)
    {
        moments.BeginStore();
        while (true)
        {
            await using var harvest = Harvest(relay, store);
            moments.Begin();
            if (moments.Hits < Kills && await harvest.KillAtAsync(moments.NextAsync(cancel), cancel))
            {
                moments.Hit();
                continue;
            }

            Assert.True(await harvest.ExitCodeAsync(cancel) == 0, harvest.Output);
            return;
        }
    }

    private static Task<IReadOnlyList<string>> DigestAsync(TestStore store, CancellationToken cancel) =>
        StoreDigest.OfAsync(store.Engine == "sqlite", store.Connection, cancel);

    private static string Difference(IReadOnlyList<string> expected, IReadOnlyList<string> held) =>
        $"{expected.Count} rows became {held.Count}; lost: {string.Join('\n', expected.Except(held).Take(3))}; new: {string.Join('\n', held.Except(expected).Take(3))}";

    private static RunningProgram Harvest(CountingRelay relay, TestStore store) => RunningProgram.StartBuilt(
        "Feeds.Harvester",
        [
            "harvest", $"{relay.Origin}/openactive", "--Feeds:TrustedOrigins", relay.Origin,
            "--Store:Engine", store.Engine, "--Store:Connection", store.Connection, "--Vocabularies:ActivityList", $"{relay.Origin}/no-activity-list",
        ]);
}
