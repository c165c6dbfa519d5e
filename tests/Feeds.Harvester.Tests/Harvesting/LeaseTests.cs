using System.Diagnostics;
using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Progress;
using Xunit;

namespace Feeds.Harvester.Tests.Harvesting;

/// <summary>Two harvesters on one store.</summary>
public sealed class LeaseTests
{
    [Fact]
    public async Task A_second_harvester_says_for_whom_it_waits_and_begins_when_the_lease_has_run_out()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnShortFeed("/feed", HarvestFixture.Series(1));
        var began = test.Time.GetUtcNow();
        Assert.Null(await test.Store.TakeLeaseAsync("harvest", "elsewhere 7 1 x", TimeSpan.FromSeconds(55), static _ => false, CancellationToken.None));

        var progress = await test.HarvestAsync("/feed");

        Assert.True(progress.IsComplete);
        Assert.Null(progress.WaitsFor);
        Assert.InRange(test.Time.GetUtcNow() - began, TimeSpan.FromSeconds(55), TimeSpan.FromMinutes(5));
        Assert.Contains(TimeSpan.FromSeconds(5), test.Time.Waits);
    }

    [Fact]
    public async Task While_it_waits_it_asks_no_publisher_and_says_why()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnShortFeed("/feed", HarvestFixture.Series(1));
        await test.Store.TakeLeaseAsync("harvest", "elsewhere 7 1 x", TimeSpan.FromDays(30), static _ => false, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var waiting = new HarvestProgress();
        var harvest = FeedHarvester.HarvestOnceAsync(test.Options("/feed"), test.Store, waiting, stop.Token);
        while (waiting.WaitsFor is null)
            await Task.Yield();

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => harvest);

        Assert.Contains("Another harvester (process 7 on elsewhere) works on this store", waiting.WaitsFor, StringComparison.Ordinal);
        Assert.Equal(0, test.Server.Count("/feed"));
    }

    [Fact]
    public async Task A_harvest_that_has_ended_leaves_no_lease_behind()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnShortFeed("/feed", HarvestFixture.Series(1));

        await test.HarvestAsync("/feed");

        Assert.Null(await test.Store.TakeLeaseAsync("harvest", "next", TimeSpan.FromSeconds(55), static _ => false, CancellationToken.None));
    }

    [Fact]
    public void An_owner_on_this_machine_whose_process_has_ended_is_dead_and_no_other()
    {
        var self = LeaseOwner.New();
        var parts = self.Text.Split(' ');
        using var ended = Process.Start("dotnet", "--version");
        ended.WaitForExit();

        Assert.False(self.KnowsDead(LeaseOwner.New().Text));
        Assert.True(self.KnowsDead($"{parts[0]} {ended.Id} {parts[2]} x"));
        Assert.True(self.KnowsDead($"{parts[0]} {parts[1]} 1 x"));
        Assert.False(self.KnowsDead($"elsewhere {ended.Id} {parts[2]} x"));
        Assert.False(self.KnowsDead("nonsense"));
    }
}
