using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Tests.Support;
using Signposting.Store.Feeds;
using Xunit;

namespace Feeds.Harvester.Tests.Harvesting;

public sealed class ScheduleTests
{
    private const int Places = 8;

    private readonly FakeTime time = new();

    [Fact]
    public async Task The_feed_that_has_been_due_longest_comes_first()
    {
        var schedule = new Schedule(time, Places);
        var now = time.GetUtcNow();
        schedule.Add(Walk("b"), now.AddSeconds(-1));
        schedule.Add(Walk("a"), now.AddSeconds(-5));
        schedule.Add(Walk("c"), now);

        string?[] order = [await UrlAsync(schedule), await UrlAsync(schedule), await UrlAsync(schedule)];
        Assert.Equal("abc", string.Concat(order));
    }

    [Fact]
    public async Task A_feed_has_no_turn_before_it_is_due()
    {
        var schedule = new Schedule(time, Places);
        schedule.Add(Walk("a"), time.GetUtcNow().AddSeconds(8));
        var turn = UrlAsync(schedule);
        time.Advance(TimeSpan.FromSeconds(7));
        var early = turn.IsCompleted;
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.False(early);
        Assert.Equal("a", await turn);
    }

    [Fact]
    public async Task A_part_of_a_millisecond_is_waited_for_and_not_spun_away()
    {
        var skipping = new FakeTime { SkipsUpTo = TimeSpan.FromSeconds(1) };
        var schedule = new Schedule(skipping, Places);
        schedule.Add(Walk("a"), skipping.GetUtcNow().AddMilliseconds(1.5));

        Assert.Equal("a", await UrlAsync(schedule));
        Assert.Single(skipping.Waits);
    }

    [Fact]
    public async Task A_feed_that_joins_wakes_who_waits()
    {
        var schedule = new Schedule(time, Places);
        var turn = UrlAsync(schedule);
        schedule.Add(Walk("a"), time.GetUtcNow());

        Assert.Equal("a", await turn);
    }

    [Fact]
    public async Task A_closed_schedule_ends_when_the_last_feed_retires()
    {
        var schedule = new Schedule(time, Places);
        var walk = Walk("a");
        schedule.Add(walk, time.GetUtcNow());
        schedule.Close();
        await UrlAsync(schedule);
        var next = UrlAsync(schedule);
        var isOver = next.IsCompleted;
        schedule.Retire(walk);

        Assert.False(isOver);
        Assert.Null(await next);
    }

    [Fact]
    public async Task One_host_has_half_of_the_places_unless_it_is_the_last()
    {
        var schedule = new Schedule(time, Places);
        foreach (var feed in Enumerable.Range(0, 20))
            schedule.Add(Walk($"https://silent.example/{feed}"), time.GetUtcNow());
        var good = Walk("https://good.example/1");
        schedule.Add(good, time.GetUtcNow());

        var taken = new List<string?>();
        for (var place = 0; place < 5; place++)
            taken.Add(await UrlAsync(schedule));
        var sixth = UrlAsync(schedule);

        Assert.Equal(["https://silent.example/0", "https://silent.example/1", "https://silent.example/2", "https://silent.example/3", good.Url], taken);
        Assert.False(sixth.IsCompleted);
        Assert.True(schedule.IsSomeoneWaiting);
        schedule.Close();
        schedule.Retire(good);
        Assert.Equal("https://silent.example/4", await sixth);
    }

    [Fact]
    public async Task A_host_whose_feeds_fail_has_one_place_for_those()
    {
        var schedule = new Schedule(time, Places);
        FeedWalk[] failing = [Walk("https://silent.example/1"), Walk("https://silent.example/2")];
        foreach (var walk in failing)
        {
            walk.Failures = 1;
            schedule.Add(walk, time.GetUtcNow());
        }

        schedule.Add(Walk("https://good.example/1"), time.GetUtcNow());

        Assert.Equal("https://silent.example/1", await UrlAsync(schedule));
        Assert.Equal("https://good.example/1", await UrlAsync(schedule));
        var next = UrlAsync(schedule);
        Assert.False(next.IsCompleted);
        schedule.PutBack(failing[0], time.GetUtcNow().AddMinutes(1));
        Assert.Equal("https://silent.example/2", await next);
    }

    private static async Task<string?> UrlAsync(Schedule schedule) => (await schedule.TakeAsync(CancellationToken.None))?.Url;

    private static FeedWalk Walk(string url)
    {
        var dataset = new Dataset { Url = "https://example.org" };
        var registration = new FeedRegistration { Url = url, Kind = "Slot", Dataset = dataset };
        return new FeedWalk(new Feed { Id = 1, Url = url, Kind = "Slot", Dataset = dataset }, new HarvestProgress().Feed(registration));
    }
}
