using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Tests.Support;
using Signposting.Store.Feeds;
using Xunit;

namespace Feeds.Harvester.Tests.Harvesting;

public sealed class ScheduleTests
{
    private readonly FakeTime time = new();

    [Fact]
    public async Task The_feed_that_has_been_due_longest_comes_first()
    {
        var schedule = new Schedule(time);
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
        var schedule = new Schedule(time);
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
        var schedule = new Schedule(skipping);
        schedule.Add(Walk("a"), skipping.GetUtcNow().AddMilliseconds(1.5));

        Assert.Equal("a", await UrlAsync(schedule));
        Assert.Single(skipping.Waits);
    }

    [Fact]
    public async Task A_feed_that_joins_wakes_who_waits()
    {
        var schedule = new Schedule(time);
        var turn = UrlAsync(schedule);
        schedule.Add(Walk("a"), time.GetUtcNow());

        Assert.Equal("a", await turn);
    }

    [Fact]
    public async Task A_closed_schedule_ends_when_the_last_feed_retires()
    {
        var schedule = new Schedule(time);
        schedule.Add(Walk("a"), time.GetUtcNow());
        schedule.Close();
        await UrlAsync(schedule);
        var next = UrlAsync(schedule);
        var isOver = next.IsCompleted;
        schedule.Retire();

        Assert.False(isOver);
        Assert.Null(await next);
    }

    private static async Task<string?> UrlAsync(Schedule schedule) => (await schedule.TakeAsync(CancellationToken.None))?.Url;

    private static FeedWalk Walk(string url)
    {
        var dataset = new Dataset { Url = "https://example.org" };
        var registration = new FeedRegistration { Url = url, Kind = "Slot", Dataset = dataset };
        return new FeedWalk(new Feed { Id = 1, Url = url, Kind = "Slot", Dataset = dataset }, new HarvestProgress().Feed(registration));
    }
}
