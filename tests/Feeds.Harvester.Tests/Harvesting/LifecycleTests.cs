using Feeds.Harvester.Http;
using Feeds.Harvester.Tests.Support;
using Signposting.Store.Feeds;
using Xunit;

namespace Feeds.Harvester.Tests.Harvesting;

/// <summary>Feeds that go, come back, and are read again from their start; by one harvest after the other, on a clock that the test moves.</summary>
public sealed class LifecycleTests
{
    private static readonly TimeSpan Eleven = TimeSpan.FromMinutes(11);

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_feed_that_is_gone_is_noticed_then_hidden_then_purged_and_read_again_when_it_is_back(int status)
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnSite("/site", "/feed");
        test.OnShortFeed("/feed", HarvestFixture.Series(1));
        await test.HarvestAsync("/site");
        test.Server.On("/feed", Reply.Status(status));
        test.Server.On("/feed?end", Reply.Status(status));

        var noticed = await LaterAsync(test, TimeSpan.Zero, "/site");
        var hidden = await LaterAsync(test, Eleven, "/site");
        var purged = await LaterAsync(test, TimeSpan.FromHours(6), "/site");
        test.OnShortFeed("/feed", HarvestFixture.Series(1));
        var back = await LaterAsync(test, Eleven, "/site");

        Assert.Equal((FeedState.Gone, false, 1L), (noticed.State, noticed.IsConcealed, noticed.ItemsHeld));
        Assert.Equal((FeedState.Gone, true, 1L), (hidden.State, hidden.IsConcealed, hidden.ItemsHeld));
        Assert.Equal((FeedState.Gone, true, 0L), (purged.State, purged.PurgedAt is not null, purged.ItemsHeld));
        Assert.Equal((FeedState.Waiting, false, 1L), (back.State, back.IsConcealed, back.ItemsHeld));
        Assert.Null(back.GoneSince);
    }

    [Fact]
    public async Task When_only_the_page_we_had_come_to_is_gone_the_feed_is_read_again_and_swept()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnShortFeed("/feed", HarvestFixture.Series(1), HarvestFixture.Series(2));
        await test.HarvestAsync("/feed");
        test.Server.On("/feed", test.Page("/feed?new", HarvestFixture.Series(2)));
        test.Server.On("/feed?new", test.Page("/feed?new"));
        test.Server.On("/feed?end", Reply.Status(404));

        await LaterAsync(test, TimeSpan.Zero);
        var lost = await LaterAsync(test, Eleven);
        var again = await LaterAsync(test, Eleven);

        Assert.Equal((FeedState.Error, "cursor-gone", false, 2L), (lost.State, lost.Fault?.Code, lost.IsConcealed, lost.ItemsHeld));
        Assert.Equal((FeedState.Waiting, null, 1L), (again.State, again.Fault, again.ItemsHeld));
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(6, false)]
    public async Task A_feed_out_of_reach_for_longer_than_tombstones_are_kept_is_read_from_its_start_and_swept(int days, bool isRead)
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnShortFeed("/feed", HarvestFixture.Series(1), HarvestFixture.Series(2));
        await test.HarvestAsync("/feed");
        test.OnShortFeed("/feed", HarvestFixture.Series(2));
        var asked = test.Server.Count("/feed");

        // Sessions of these series are on 10 June, nine days after the start of the clock.
        var status = await LaterAsync(test, TimeSpan.FromDays(days));

        Assert.Equal(isRead, test.Server.Count("/feed") > asked + 1);
        Assert.Equal(isRead ? 1 : 2, status.ItemsHeld);
        Assert.Equal((ResyncPhase.None, FeedState.Waiting), (status.Resync, status.State == FeedState.Stalled ? FeedState.Waiting : status.State));
    }

    [Fact]
    public async Task A_resynchronisation_that_fails_in_the_middle_sweeps_nothing_and_goes_on_there()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnShortFeed("/feed", HarvestFixture.Series(1), HarvestFixture.Series(2), HarvestFixture.Series(3));
        await test.HarvestAsync("/feed");
        test.Server.On("/feed", test.Page("/feed?2", HarvestFixture.Series(2)));
        test.Server.On("/feed?2", Reply.Status(500));

        var broken = await LaterAsync(test, TimeSpan.FromDays(8));
        test.Server.On("/feed?2", test.Page("/feed?end", HarvestFixture.Series(3)));
        var done = await LaterAsync(test, TimeSpan.FromHours(2));

        Assert.Equal((ResyncPhase.Reading, 3L), (broken.Resync, broken.ItemsHeld));
        Assert.Equal((ResyncPhase.None, 2L), (done.Resync, done.ItemsHeld));
    }

    [Fact]
    public async Task A_feed_gone_from_its_dataset_site_is_hidden_and_purged_alike_and_back_when_it_is_listed_again()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnSite("/site", "/a", "/b");
        test.OnShortFeed("/a", HarvestFixture.Series(1));
        test.OnShortFeed("/b", HarvestFixture.Series(2));
        await test.HarvestAsync("/site");
        test.OnSite("/site", "/a");

        var stages = new List<(bool, long)>();
        foreach (var wait in new[] { TimeSpan.Zero, Eleven, TimeSpan.FromHours(6) })
        {
            var status = await LaterAsync(test, wait, "/site", "/b");
            stages.Add((status.IsConcealed, status.ItemsHeld));
        }

        test.OnSite("/site", "/a", "/b");
        var back = await LaterAsync(test, Eleven, "/site", "/b");

        Assert.Equal([(false, 1L), (true, 1L), (true, 0L)], stages);
        Assert.Equal((FeedState.Waiting, false, 1L), (back.State, back.IsConcealed, back.ItemsHeld));
    }

    [Fact]
    public async Task A_feed_that_jumps_back_is_noticed_and_read_again()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.Server.On("/feed", test.Page("/feed?2", HarvestFixture.Series(1, "100")));
        test.Server.On("/feed?2", test.Page("/feed?end", HarvestFixture.Series(2, "50")));
        test.Server.On("/feed?end", test.Page("/feed?end"));
        await test.HarvestAsync("/feed");
        var noticed = await test.StatusAsync("/feed");
        test.Server.On("/feed", test.Page("/feed?2", HarvestFixture.Series(1, "100"), HarvestFixture.Series(2, "101")));
        test.Server.On("/feed?2", test.Page("/feed?2"));

        var again = await LaterAsync(test, TimeSpan.FromHours(1));

        Assert.Equal(ResyncReasons.JumpedBack, noticed.ResyncReason);
        Assert.NotNull(noticed.JumpedBackAt);
        Assert.Equal((null, 2L), (again.ResyncReason, again.ItemsHeld));
    }

    private static async Task<FeedStatus> LaterAsync(HarvestFixture test, TimeSpan wait, string source = "/feed", string feed = "/feed")
    {
        test.Time.Advance(wait);
        await test.HarvestAsync(source);
        await test.Store.CountFeedAsync((await test.FeedAsync(feed)).Id, CancellationToken.None);
        return await test.StatusAsync(feed);
    }
}
