using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Http;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Tests.Support;
using Signposting.Store.Feeds;
using Xunit;

namespace Feeds.Harvester.Tests.Harvesting;

/// <summary>One harvest to the last pages, from a publisher on real sockets into a real store.</summary>
public sealed class HarvestOnceTests
{
    [Fact]
    public async Task Every_page_is_committed_and_the_feed_then_waits()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnSite("/site", "/feed");
        test.Server.On("/feed", test.Page("/feed?2", HarvestFixture.Series(1), HarvestFixture.Series(2)));
        test.Server.On("/feed?2", test.Page("/feed?3"));
        test.OnShortFeed("/feed?3", HarvestFixture.Series(3));

        var progress = await test.HarvestAsync("/site");

        Assert.True(progress.IsComplete);
        Assert.Equal(4, progress.Totals().Pages);
        Assert.Equal(3, progress.Totals().Kept);
        var status = await test.StatusAsync("/feed");
        Assert.Equal((FeedState.Waiting, 3L), (status.State, status.ItemsHeld));
        Assert.Equal("Test Leisure", status.Dataset.Publisher);
    }

    [Fact]
    public async Task The_next_harvest_goes_on_at_the_page_that_failed()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.Server.On("/feed", test.Page("/feed?2", HarvestFixture.Series(1)));
        test.Server.On("/feed?2", Reply.Status(500));
        var first = await test.HarvestAsync("/feed");
        var asked = test.Server.Count("/feed");
        test.OnShortFeed("/feed?2", HarvestFixture.Series(2));

        var second = await test.HarvestAsync("/feed");

        Assert.False(first.IsComplete);
        Assert.True(second.IsComplete);
        Assert.Equal(1, second.Totals().Items);
        Assert.Equal(2, (await test.StatusAsync("/feed")).ItemsHeld);
        Assert.Equal(asked + 1, test.Server.Count("/feed"));
    }

    [Fact]
    public async Task What_was_read_is_committed_before_a_fault_on_the_page_after_it()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.Server.On("/feed", test.Page("/feed?2", HarvestFixture.Series(1)));
        test.Server.On("/feed?2", test.Page("/feed?3", HarvestFixture.Series(2)));
        test.Server.On("/feed?3", Reply.Json("{ broken"));

        var progress = await test.HarvestAsync("/feed");

        Assert.False(progress.IsComplete);
        Assert.Equal((2L, 2L), (progress.Totals().Pages, progress.Totals().Kept));
        Assert.Equal(test.Server.Url("/feed?3"), (await test.FeedAsync("/feed")).Cursor);
    }

    [Fact]
    public async Task One_broken_feed_stops_no_other()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnSite("/site", "/a", "/broken", "/b");
        test.OnShortFeed("/a", HarvestFixture.Series(1));
        test.OnShortFeed("/b", HarvestFixture.Series(2));
        test.Server.On("/broken", Reply.Html("<html>not now</html>"));

        var progress = await test.HarvestAsync("/site");

        Assert.Equal(2, progress.Totals().AtEnd);
        var broken = Assert.Single(progress.Feeds, feed => feed.Stage == FeedStage.Failed);
        Assert.Equal(FaultCode.Html, broken.Fault?.Code);
        var status = await test.StatusAsync("/broken");
        Assert.Equal((FeedState.Error, FaultCode.Html), (status.State, status.Fault?.Code));
        Assert.True(status.NextTry > test.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_source_that_cannot_be_read_makes_the_harvest_incomplete_and_stops_no_other()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnSite("/site", "/a");
        test.OnShortFeed("/a", HarvestFixture.Series(1));

        var progress = await test.HarvestAsync("/nothing", "/site");

        Assert.False(progress.IsComplete);
        Assert.Equal(test.Server.Url("/nothing"), Assert.Single(progress.SourceProblems).Url);
        Assert.Equal(1, progress.Totals().AtEnd);
    }

    [Fact]
    public async Task A_publisher_that_asked_for_time_is_left_alone_by_the_next_harvest_too()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnSite("/site", "/feed");
        test.Server.On("/feed", Reply.Status(503).With("Retry-After", "3600"));
        await test.HarvestAsync("/site");
        var asked = test.Server.Count("/feed");

        var second = await test.HarvestAsync("/site");

        Assert.Equal(asked, test.Server.Count("/feed"));
        Assert.False(second.IsComplete);
        Assert.Equal(FaultCode.RateLimited, Assert.Single(second.Feeds).Fault?.Code);
    }

    [Fact]
    public async Task A_feed_that_left_its_dataset_site_is_gone_and_not_asked_for()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnSite("/site", "/a", "/b");
        test.OnShortFeed("/a", HarvestFixture.Series(1));
        test.OnShortFeed("/b", HarvestFixture.Series(2));
        await test.HarvestAsync("/site");
        var asked = test.Server.Count("/b?end");
        test.OnSite("/site", "/a");

        var second = await test.HarvestAsync("/site");

        Assert.True(second.IsComplete);
        Assert.Equal(asked, test.Server.Count("/b?end"));
        Assert.Equal(FeedState.Gone, (await test.StatusAsync("/b")).State);
    }

    [Fact]
    public async Task Rejected_items_are_counted_by_reason_and_stop_nothing()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnShortFeed("/feed", HarvestFixture.Series(1), """{"state":"updated","modified":1,"data":{}}""", RpdeText.Updated("7", data: """{"@type":"Unicorn"}"""));

        var progress = await test.HarvestAsync("/feed");

        Assert.True(progress.IsComplete);
        Assert.Equal(2, progress.Totals().Rejected.Sum(reason => reason.Value));
        Assert.Contains(progress.Totals().Rejected, reason => reason.Key == "item-no-id");
        Assert.Equal(1, progress.Totals().Kept);
    }

    [Fact]
    public async Task A_feed_whose_cursor_another_harvester_moved_is_left_to_that_one()
    {
        await using var test = await HarvestFixture.StartAsync();
        var answer = new TaskCompletionSource();
        test.Server.On("/feed", test.Page("/feed?2", HarvestFixture.Series(1)));
        test.Server.On("/feed?2", Reply.After(answer.Task, test.Page("/feed?3", HarvestFixture.Series(2))), test.Page("/feed?3", HarvestFixture.Series(2)));
        test.OnShortFeed("/feed?3", HarvestFixture.Series(3));
        var slow = new HarvestProgress();
        var slowly = FeedHarvester.HarvestOnceAsync(test.Options("/feed"), test.Store, slow, CancellationToken.None);
        while (test.Server.Count("/feed?2") == 0 || (await test.Store.FindFeedAsync(test.Server.Url("/feed"), CancellationToken.None))?.Cursor is null)
            await Task.Yield();

        await test.CommitAsync("/feed", test.Server.Url("/feed?3"));
        answer.SetResult();
        await slowly;

        Assert.Equal("taken", Assert.Single(slow.Feeds).Fault?.Code);
        Assert.Equal(test.Server.Url("/feed?3"), (await test.FeedAsync("/feed")).Cursor);
    }

    [Fact]
    public async Task A_harvest_that_is_stopped_in_the_middle_goes_on_from_there()
    {
        await using var test = await HarvestFixture.StartAsync();
        using var stop = new CancellationTokenSource();
        test.Server.On("/feed", test.Page("/feed?2", HarvestFixture.Series(1)));
        test.Server.On("/feed?2", Reply.ThenSilence(), test.Page("/feed?3", HarvestFixture.Series(2)));
        test.OnShortFeed("/feed?3");
        var harvest = FeedHarvester.HarvestOnceAsync(test.Options("/feed"), test.Store, new HarvestProgress(), stop.Token);
        while (test.Server.Count("/feed?2") == 0 || (await test.Store.FindFeedAsync(test.Server.Url("/feed"), CancellationToken.None))?.Cursor is null)
            await Task.Yield();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => harvest);

        var progress = await test.HarvestAsync("/feed");

        Assert.True(progress.IsComplete);
        Assert.Equal(1, progress.Totals().Items);
        Assert.Equal(2, (await test.StatusAsync("/feed")).ItemsHeld);
    }
}
