using Signposting.Store.Feeds;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests.Lifecycle;

/// <summary>Feeds that answer 404 or 410, or are missing on their dataset site.</summary>
public sealed class GoneFeedTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory, EachEngine]
    public async Task How_long_a_feed_is_gone_counts_from_its_first_sight_to_its_latest(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitLastAsync(Items.Series());

        var stages = new List<GoneStage>();
        foreach (var minutes in new[] { 0, 9, 1, 349, 1 })
        {
            test.Time.Advance(TimeSpan.FromMinutes(minutes));
            stages.Add(await test.Store.NoteGoneAsync(feed.Id, Cancel));
        }

        Assert.Equal([GoneStage.Noticed, GoneStage.Noticed, GoneStage.Confirmed, GoneStage.Confirmed, GoneStage.Lasting], stages);
        Assert.Equal(TestStore.Start, (await test.StatusAsync(feed)).GoneSince);
    }

    [Theory, EachEngine]
    public async Task What_is_concealed_is_in_no_answer_until_the_feed_answers_again(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var reader = await test.OpenAnotherAsync();
        var feed = await test.FeedAsync();
        await feed.CommitLastAsync(Items.Series(), Items.Session("1", Items.Tomorrow));
        var before = await test.FindAsync();

        await GoneAsync(test, feed);

        Assert.Empty(await test.FindAsync());
        Assert.Empty(await test.FindAsync(through: reader));
        Assert.IsType<LookUp.Hidden>(await test.LookUpAsync(Items.Yoga));
        Assert.Empty(await test.Store.ListHiddenAsync(Cancel));
        await test.Store.ReportFeedAsync(feed.Id, new FeedReport { State = FeedState.Waiting, Reached = true }, Cancel);
        Shown.Same(before, await test.FindAsync());
        Assert.Null((await test.StatusAsync(feed)).GoneSince);
    }

    [Theory, EachEngine]
    public async Task A_page_brings_what_was_concealed_back(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitLastAsync(Items.Series(), Items.Session("1", Items.Tomorrow));
        await GoneAsync(test, feed);

        await feed.CommitAsync(Items.Session("2", Items.Tomorrow.AddDays(1)));
        test.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, (await test.FindOneAsync()).Sessions.Count);
    }

    [Theory, EachEngine]
    public async Task Sessions_of_a_feed_that_is_gone_are_missing_under_the_series_of_another(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var series = await test.FeedAsync("series");
        var sessions = await test.FeedAsync("sessions");
        await series.CommitLastAsync(Items.Series());
        await sessions.CommitLastAsync(Items.Session("1", Items.Tomorrow));
        Assert.Single((await test.FindOneAsync()).Sessions);

        await GoneAsync(test, sessions);

        Assert.Empty(await test.FindAsync());
        Assert.Empty(Assert.IsType<LookUp.Here>(await test.LookUpAsync(Items.Yoga)).Sessions);
    }

    [Theory, EachEngine]
    public async Task A_purge_removes_all_that_the_feed_said_and_nothing_else(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var other = await test.FeedAsync("other");
        await other.CommitLastAsync(Items.Class("https://example.org/other", Items.Described("Other")));
        var expected = await test.FindAsync();
        var feed = await test.FeedAsync();
        await feed.CommitLastAsync(
            Items.Series(), Item.Rejected("3", "bad-date"), Item.Tombstone("4"),
            Item.Of("7").Embeds(Opportunities.OpportunityType.SessionSeries, "s2", Items.Described("Embedded")).HasSession("s2", Items.Tomorrow));
        await feed.CommitLastAsync([.. Enumerable.Range(10, 1200).Select(i => Items.Session($"{i}", Items.Tomorrow.AddMinutes(i)).Build())]);
        await GoneAsync(test, feed, TimeSpan.FromHours(6));

        var removed = await test.Store.PurgeFeedAsync(feed.Id, Cancel);

        Assert.Equal(1204, removed);
        var status = await test.StatusAsync(feed);
        Assert.Equal((0L, test.Time.GetUtcNow()), (status.ItemsHeld, status.PurgedAt!.Value));
        Assert.Empty(status.Rejected);
        Assert.Null((await test.Store.FindFeedAsync(feed.Url, Cancel))!.Cursor);
        Assert.IsType<LookUp.Withdrawn>(await test.LookUpAsync(Items.Yoga));
        Shown.Same(expected, await test.FindAsync(q => q with { From = TestStore.Start, To = TestStore.Start.AddDays(14) }));
        Assert.Equal(GoneStage.Purged, await test.Store.NoteGoneAsync(feed.Id, Cancel));
    }

    [Theory, EachEngine]
    public async Task A_feed_that_is_there_is_not_purged(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitLastAsync(Items.Series(), Items.Session("1", Items.Tomorrow));

        Assert.Equal(0, await test.Store.PurgeFeedAsync(feed.Id, Cancel));
        await test.Store.ConcealFeedAsync(feed.Id, Cancel);

        Assert.Single(await test.FindAsync());
    }

    private static async Task GoneAsync(TestStore test, TestFeed feed, TimeSpan? after = null)
    {
        await test.Store.NoteGoneAsync(feed.Id, Cancel);
        test.Time.Advance(after ?? TimeSpan.FromMinutes(10));
        Assert.NotEqual(GoneStage.Noticed, await test.Store.NoteGoneAsync(feed.Id, Cancel));
        await test.Store.ConcealFeedAsync(feed.Id, Cancel);
    }
}
