using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

/// <summary>Full Schedules become sessions, for four weeks that go with the clock. Tests begin on Sunday, 22 November 2026.</summary>
public sealed class ScheduleTests
{
    private static readonly Recurrence Tuesdays = new() { Start = new(10, 0), Seconds = 3600, Unit = RepeatUnit.Week, Days = [new(2, 0)], From = new(2026, 9, 1) };

    private static readonly Description Yoga = Items.Described() with { Recurrences = [Tuesdays] };

    [Theory, EachEngine]
    public async Task A_schedule_without_sessions_becomes_sessions(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Items.Series(description: Yoga));

        var found = await test.FindOneAsync();

        Assert.True(found.Opportunity.TimesPublished);
        Assert.Equal([Utc(11, 24), Utc(12, 1)], found.Sessions.Select(session => session.Start));
        Assert.All(found.Sessions, session => Assert.Equal(session.Start.AddHours(1), session.End));
        Assert.Equal([Utc(11, 24), Utc(12, 1), Utc(12, 8), Utc(12, 15)], await StartsAsync(test));
    }

    [Theory, EachEngine]
    public async Task Sessions_of_the_publisher_count_more_whenever_they_come(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(description: Yoga));
        await feed.CommitAsync(Items.Session("1", Items.Tomorrow));
        Assert.Equal([Items.Tomorrow], await StartsAsync(test));

        await feed.CommitAsync(Items.Series(description: Yoga with { Text = "changed" }, modified: 2));
        Assert.Equal([Items.Tomorrow], await StartsAsync(test));
    }

    [Theory, EachEngine]
    public async Task A_publisher_that_stops_publishing_sessions_has_none(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Session("1", Items.Tomorrow), Items.Series(description: Yoga));
        test.Time.Advance(TimeSpan.FromDays(10));
        await test.Store.RemoveOverAsync(CancellationToken.None);
        await test.Store.RollSchedulesAsync(CancellationToken.None);

        Assert.Empty(await StartsAsync(test));
    }

    [Theory, EachEngine]
    public async Task The_window_goes_with_the_clock(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Items.Series(description: Yoga));
        Assert.Equal(0, await test.Store.RollSchedulesAsync(CancellationToken.None));
        test.Time.Advance(TimeSpan.FromDays(14));

        Assert.Equal(1, await test.Store.RollSchedulesAsync(CancellationToken.None));

        Assert.Equal([Utc(12, 8), Utc(12, 15), Utc(12, 22), Utc(12, 29)], await StartsAsync(test));
        Assert.Equal(0, await test.Store.RollSchedulesAsync(CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task A_schedule_that_has_ended_leaves_nothing_to_find(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Items.Series(description: Yoga with { Recurrences = [Tuesdays with { To = new(2026, 11, 17) }] }));

        Assert.Empty(await test.FindAsync());
    }

    [Theory, EachEngine]
    public async Task A_changed_schedule_replaces_its_sessions_and_a_dropped_one_takes_them_away(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(description: Yoga));
        await feed.CommitAsync(Items.Series(description: Yoga with { Recurrences = [Tuesdays with { Every = 2, Except = [new(2026, 11, 24)] }] }, modified: 2));
        Assert.Equal([Utc(12, 8)], await StartsAsync(test));

        await feed.CommitAsync(Items.Series(description: Yoga with { Recurrences = null }, modified: 3));
        Assert.Empty(await StartsAsync(test));
        await feed.CommitAsync(Item.Tombstone(Items.Yoga, modified: 4));
        Assert.IsType<LookUp.Withdrawn>(await test.LookUpAsync(Items.Yoga));
    }

    [Theory, EachEngine]
    public async Task A_cancelled_series_has_cancelled_sessions_and_is_no_result(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Items.Series(description: Yoga with { Status = SessionStatus.Cancelled }));

        Assert.Empty(await test.FindAsync());
        Assert.All(Assert.IsType<LookUp.Here>(await test.LookUpAsync(Items.Yoga)).Sessions, session => Assert.Equal(SessionStatus.Cancelled, session.Status));
    }

    [Theory, EachEngine]
    public async Task Soonest_knows_them(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(
            Items.Series(description: Yoga),
            Items.Class("https://example.org/series/later", Items.Described("Later", Leeds.Library), Items.Tomorrow.AddDays(5)));

        var found = await test.FindAsync(query => query with { Sort = SortOrder.Soonest });

        Assert.Equal(["Yoga", "Later"], found.Select(result => result.Opportunity.Description.Name));
    }

    private static DateTimeOffset Utc(int month, int day) => new(2026, month, day, 10, 0, 0, TimeSpan.Zero);

    private static async Task<IEnumerable<DateTimeOffset>> StartsAsync(TestStore test) =>
        Assert.IsType<LookUp.Here>(await test.LookUpAsync(Items.Yoga)).Sessions.Select(session => session.Start);
}
