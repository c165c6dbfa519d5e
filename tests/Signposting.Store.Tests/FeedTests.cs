using Signposting.Store.Feeds;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

public sealed class FeedTests
{
    private static readonly Dataset Dataset = new() { Url = "https://example.org/openactive" };

    [Theory, EachEngine]
    public async Task A_feed_registered_again_keeps_its_cursor_and_what_was_known(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var registration = new FeedRegistration { Url = "https://example.org/feed", Kind = "SessionSeries", Dataset = Dataset with { Publisher = "Old name", Licence = "L" }, TotalItems = 10 };
        var first = await test.Store.RegisterFeedAsync(registration, CancellationToken.None);
        await new TestFeed(test.Store, first).CommitAsync();

        var again = await test.Store.RegisterFeedAsync(registration with { Dataset = Dataset with { Publisher = "New name" }, TotalItems = null }, CancellationToken.None);

        Assert.Equal((first.Id, "https://example.org/feed?after=1", 10L), (again.Id, again.Cursor, again.TotalItems));
        Assert.Equal(("New name", "L"), (again.Dataset.Publisher, again.Dataset.Licence));
    }

    [Theory, EachEngine]
    public async Task An_unknown_feed_is_not_found(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);

        Assert.Null(await test.Store.FindFeedAsync("https://example.org/none", CancellationToken.None));
        Assert.Empty(await test.Store.ListFeedsAsync(CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Feeds_are_listed_by_dataset_and_url(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await test.FeedAsync("z", "https://a.example.org");
        await test.FeedAsync("b", "https://b.example.org");
        await test.FeedAsync("B", "https://b.example.org");
        await test.FeedAsync("a", "https://b.example.org");

        var feeds = await test.Store.ListFeedsAsync(CancellationToken.None);

        Assert.Equal(["z", "B", "a", "b"], feeds.Select(f => f.Kind));
    }

    [Theory, EachEngine]
    public async Task A_fault_is_shown_until_a_page_is_committed(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        var next = TestStore.Start.AddHours(1);
        await test.Store.ReportFeedAsync(feed.Id, new FeedReport { State = FeedState.Error, Fault = new FeedFault("http-503", "The publisher is busy."), NextTry = next }, CancellationToken.None);
        var broken = await test.StatusAsync(feed);

        await feed.CommitAsync();

        Assert.Equal((FeedState.Error, "http-503", "The publisher is busy.", next), (broken.State, broken.Fault!.Code, broken.Fault.Text, broken.NextTry!.Value));
        Assert.Null(broken.LastSuccess);
        var mended = await test.StatusAsync(feed);
        Assert.Equal((FeedState.Harvesting, null, TestStore.Start), (mended.State, mended.Fault, mended.LastSuccess!.Value));
    }

    [Theory, EachEngine]
    public async Task A_feed_read_to_its_end_waits_and_stays_read_to_its_end(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync();
        Assert.Equal(FeedState.Harvesting, (await test.StatusAsync(feed)).State);

        await feed.CommitLastAsync();
        await feed.CommitAsync(Items.Series());

        Assert.Equal((FeedState.Waiting, 3L), ((await test.StatusAsync(feed)).State, (await test.StatusAsync(feed)).Pages));
        Assert.True((await test.Store.FindFeedAsync(feed.Url, CancellationToken.None))!.ReachedEnd);
    }

    [Theory, EachEngine]
    public async Task Having_reached_a_feed_is_a_success_and_having_learnt_something_a_change(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(modified: 1_790_000_000));
        test.Time.Advance(TimeSpan.FromHours(1));
        await feed.CommitAsync(Items.Series(modified: 1_790_000_000));
        test.Time.Advance(TimeSpan.FromHours(1));
        await test.Store.ReportFeedAsync(feed.Id, new FeedReport { State = FeedState.Waiting, Reached = true }, CancellationToken.None);

        var status = await test.StatusAsync(feed);

        Assert.Equal((TestStore.Start, TestStore.Start.AddHours(2)), (status.LastChange!.Value, status.LastSuccess!.Value));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000), status.NewestModified);
    }

    [Theory, EachEngine]
    public async Task The_newest_modified_never_goes_back(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(modified: 1_790_000_000));

        await feed.CommitAsync(Items.Session("1", Items.Tomorrow, modified: 1_600_000_000));

        Assert.Equal(1_790_000_000, (await test.StatusAsync(feed)).NewestModified!.Value.ToUnixTimeSeconds());
    }

    [Theory, EachEngine]
    public async Task Held_items_are_counted_without_deleted_and_rejected_ones(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        var other = await test.FeedAsync("other");

        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow), Items.Session("2", Items.Tomorrow), Item.Rejected("3", "bad-date"), Item.Tombstone("4"));
        await feed.CommitAsync(Item.Tombstone("2", 2));

        Assert.Equal(2, (await test.StatusAsync(feed)).ItemsHeld);
        Assert.Equal(0, (await test.StatusAsync(other)).ItemsHeld);
    }
}
