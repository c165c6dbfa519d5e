using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Http;
using Feeds.Harvester.Normalising;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Rpde;
using Feeds.Harvester.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using OpenActive.Vocabulary;
using Signposting.Store.Feeds;
using Xunit;

namespace Feeds.Harvester.Tests.Harvesting;

/// <summary>Which pages go together, on a clock that stands still until it is moved.</summary>
public sealed class PagesAheadTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Small_pages_are_gathered_up_to_four()
    {
        await using var test = await HarvestFixture.StartAsync();
        for (var page = 1; page <= 5; page++)
            test.Server.On($"/feed?{page}", test.Page($"/feed?{page + 1}", HarvestFixture.Series(page)));
        test.Server.On("/feed?6", test.Page("/feed?6"));
        using var http = new FeedHttp(TestHttp.Options(test.Server));
        var (ahead, feed) = await AheadAsync(test, http, new FakeTime());

        var first = await ahead.ReadAsync(feed, test.Server.Url("/feed?1"), Cancel);
        var second = await ahead.ReadAsync(feed, first.Next!, Cancel);

        Assert.Equal((4, test.Server.Url("/feed?5")), (first.Pages.Count, first.Next));
        Assert.Equal((2, null), (second.Pages.Count, second.Next));
    }

    [Fact]
    public async Task A_large_page_goes_alone_and_the_next_one_is_fetched_while_it_is_prepared()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.Server.On("/feed", test.Page("/feed?2", SeriesOf(650_000, 1)));
        test.Server.On("/feed?2", test.Page("/feed?2"));
        using var http = new FeedHttp(TestHttp.Options(test.Server));
        var (ahead, feed) = await AheadAsync(test, http, new FakeTime());

        var first = await ahead.ReadAsync(feed, feed.Url, Cancel);
        await Heard(test, "/feed?2");

        Assert.Single(first.Pages);
        Assert.True(Assert.Single((await ahead.ReadAsync(feed, first.Next!, Cancel)).Pages).Page!.IsLast);
        Assert.Equal(1, test.Server.Count("/feed?2"));
    }

    [Fact]
    public async Task Nothing_is_fetched_beside_a_very_large_page()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.Server.On("/feed", test.Page("/feed?2", [.. Enumerable.Range(1, 4).Select(item => SeriesOf(650_000, item))]));
        using var http = new FeedHttp(TestHttp.Options(test.Server));
        var (ahead, feed) = await AheadAsync(test, http, new FakeTime());

        Assert.Single((await ahead.ReadAsync(feed, feed.Url, Cancel)).Pages);
        Assert.Equal(0, test.Server.Count("/feed?2"));
    }

    [Fact]
    public async Task What_was_read_does_not_wait_for_a_slow_page_which_comes_with_the_next_ones()
    {
        await using var test = await HarvestFixture.StartAsync();
        var slow = new TaskCompletionSource();
        var time = new FakeTime();
        test.Server.On("/feed", test.Page("/feed?2", HarvestFixture.Series(1)));
        test.Server.On("/feed?2", Reply.After(slow.Task, test.Page("/feed?2")));
        using var http = new FeedHttp(TestHttp.Options(test.Server));
        var (ahead, feed) = await AheadAsync(test, http, time);

        var reading = ahead.ReadAsync(feed, feed.Url, Cancel);
        await Heard(test, "/feed?2");
        time.Advance(TimeSpan.FromSeconds(1));
        var first = await reading;
        var rest = ahead.ReadAsync(feed, first.Next!, Cancel);
        slow.SetResult();

        Assert.Equal((1, test.Server.Url("/feed?2")), (first.Pages.Count, first.Next));
        Assert.True(Assert.Single((await rest).Pages).Page!.IsLast);
        Assert.Equal(1, test.Server.Count("/feed?2"));
    }

    [Fact]
    public async Task Who_waits_for_room_and_for_a_slow_page_ends_when_cancelled()
    {
        await using var test = await HarvestFixture.StartAsync();
        var slow = new TaskCompletionSource();
        var time = new FakeTime();
        using var stop = new CancellationTokenSource();
        test.Server.On("/feed", test.Page("/feed?2", HarvestFixture.Series(1)));
        test.Server.On("/feed?2", Reply.After(slow.Task, test.Page("/feed?2")));
        using var http = new FeedHttp(TestHttp.Options(test.Server));
        var lead = new Lead(new SharedLead(0));
        lead.TryEnter(isSmall: true);
        var (ahead, feed) = await AheadAsync(test, http, time, lead);

        var reading = ahead.ReadAsync(feed, feed.Url, stop.Token);
        await Heard(test, "/feed?2");
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(reading.IsCompleted);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        slow.SetResult();
        await ahead.DisposeAsync();
    }

    [Fact]
    public async Task A_fault_comes_after_what_was_read_before_it()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.Server.On("/feed", test.Page("/feed?2", HarvestFixture.Series(1)));
        test.Server.On("/feed?2", Reply.Json("{ broken"));
        using var http = new FeedHttp(TestHttp.Options(test.Server));
        var (ahead, feed) = await AheadAsync(test, http, new FakeTime());

        var read = await ahead.ReadAsync(feed, feed.Url, Cancel);

        Assert.Equal((1, FaultCode.BadJson, null), (read.Pages.Count, read.Fault?.Code, read.Next));
    }

    [Fact]
    public async Task Of_small_pages_more_groups_are_read_ahead_while_no_other_feed_has_taken_the_shared_ones()
    {
        await using var test = await HarvestFixture.StartAsync();
        for (var page = 1; page <= 9; page++)
            test.Server.On($"/feed?{page}", test.Page($"/feed?{page + 1}", SeriesOf(650_000, page)));
        using var http = new FeedHttp(TestHttp.Options(test.Server));
        var lead = new Lead(new SharedLead(1));
        var (ahead, feed) = await AheadAsync(test, http, new FakeTime(), lead);

        for (var group = 1; group <= 3; group++)
            await ahead.ReadAsync(feed, test.Server.Url($"/feed?{group}"), Cancel);
        var fourth = ahead.ReadAsync(feed, test.Server.Url("/feed?4"), Cancel);
        await Task.Delay(200, Cancel);

        Assert.False(fourth.IsCompleted);
        Assert.Equal(0, test.Server.Count("/feed?4"));
        lead.Leave();
        Assert.Equal(test.Server.Url("/feed?5"), (await fourth).Next);
    }

    [Fact]
    public async Task Very_large_pages_wait_for_their_commits_two_at_a_time()
    {
        await using var test = await HarvestFixture.StartAsync();
        for (var page = 1; page <= 3; page++)
            test.Server.On($"/feed?{page}", test.Page($"/feed?{page + 1}", [.. Enumerable.Range(1, 4).Select(item => SeriesOf(650_000, item))]));
        using var http = new FeedHttp(TestHttp.Options(test.Server));
        var lead = new Lead(new SharedLead(9));
        var (ahead, feed) = await AheadAsync(test, http, new FakeTime(), lead);

        await ahead.ReadAsync(feed, test.Server.Url("/feed?1"), Cancel);
        await ahead.ReadAsync(feed, test.Server.Url("/feed?2"), Cancel);
        var third = ahead.ReadAsync(feed, test.Server.Url("/feed?3"), Cancel);
        await Task.Delay(200, Cancel);

        Assert.False(third.IsCompleted);
        lead.Leave();
        Assert.Single((await third).Pages);
    }

    [Fact]
    public async Task Nothing_is_read_beside_pages_with_very_many_sessions()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.Server.On("/feed", test.Page("/feed?2", [.. Enumerable.Range(1, 11).Select(item => BusySeries(item, 1_000))]));
        test.Server.On("/feed?2", test.Page("/feed?2"));
        using var http = new FeedHttp(TestHttp.Options(test.Server));
        var lead = new Lead(new SharedLead(9));
        var (ahead, feed) = await AheadAsync(test, http, new FakeTime(), lead);

        var heavy = await ahead.ReadAsync(feed, feed.Url, Cancel);
        var rest = ahead.ReadAsync(feed, heavy.Next!, Cancel);
        await Task.Delay(200, Cancel);

        Assert.True(heavy.AreHeavy);
        Assert.InRange(heavy.Pages[0].Bytes, 1, 600_000);
        Assert.False(rest.IsCompleted);
        lead.Leave();
        Assert.Null((await rest).Next);
    }

    private static string SeriesOf(int letters, int item) => HarvestFixture.Series(item).Replace("Walkers", new string('w', letters), StringComparison.Ordinal);

    private static string BusySeries(int item, int sessions) => HarvestFixture.Series(item).Replace(
        "\"subEvent\":[",
        "\"subEvent\":[" + string.Concat(Enumerable.Range(0, sessions).Select(n => $$"""{"startDate":"2026-06-11T{{n / 60:00}}:{{n % 60:00}}+01:00"},""")),
        StringComparison.Ordinal);

    private static async Task Heard(HarvestFixture test, string path)
    {
        while (test.Server.Count(path) == 0)
            await Task.Delay(10, Cancel);
    }

    private static async Task<(PagesAhead Ahead, Feed Feed)> AheadAsync(HarvestFixture test, FeedHttp http, FakeTime time, Lead? lead = null)
    {
        var registration = new FeedRegistration { Url = test.Server.Url("/feed"), Kind = "SessionSeries", Dataset = new Dataset { Url = test.Server.Url("/site") } };
        var feed = await test.Store.RegisterFeedAsync(registration, Cancel);
        var normaliser = new ItemNormaliser(() => ActivityList.BuiltIn, time);
        var preparation = new PagePreparation(new RpdeFeedReader(http), normaliser, new PostcodeMemory(test.Store, time), time, NullLogger.Instance);
        return (new PagesAhead(new FeedWalk(feed, new FeedProgress(registration)), preparation, lead ?? new Lead(new SharedLead(9)), () => false, time), feed);
    }
}
