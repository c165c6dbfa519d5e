using Signposting.Store.Harvest;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

public sealed class CommittingPagesTests
{
    [Theory, EachEngine]
    public async Task A_page_brings_its_items_and_moves_the_cursor(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();

        var result = await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));

        Assert.Equal(2, result.Kept);
        Assert.Equal("Yoga", (await test.FindOneAsync()).Opportunity.Description.Name);
        Assert.Equal(feed.Cursor, (await test.Store.FindFeedAsync(feed.Url, CancellationToken.None))!.Cursor);
    }

    [Theory, EachEngine]
    public async Task A_page_read_from_a_cursor_that_has_moved_is_refused_whole(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync();

        var result = await feed.CommitFromAsync(null, "elsewhere", Items.Series(), Items.Session("1", Items.Tomorrow));

        Assert.False(result.Committed);
        Assert.Empty(await test.FindAsync());
        Assert.Equal(feed.Cursor, (await test.Store.FindFeedAsync(feed.Url, CancellationToken.None))!.Cursor);
    }

    [Theory, EachEngine]
    public async Task Pages_committed_together_are_as_if_one_came_after_the_other(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();

        var results = await feed.CommitTogetherAsync([Items.Session("1", Items.Tomorrow), Item.Tombstone("9")], [Items.Series(), Items.Session("1", Items.Tomorrow)], []);

        Assert.Equal([(1, 1, 0), (1, 0, 1), (0, 0, 0)], results.Select(r => (r.Kept, r.Deleted, r.Unchanged)));
        Assert.Equal("Yoga", (await test.FindOneAsync()).Opportunity.Description.Name);
        Assert.Equal(feed.Cursor, (await test.Store.FindFeedAsync(feed.Url, CancellationToken.None))!.Cursor);
    }

    [Theory, EachEngine]
    public async Task Of_pages_together_whose_first_was_read_from_a_cursor_that_has_moved_none_is_committed(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync();
        var cursor = feed.Cursor;
        feed.StartOver();

        var results = await feed.CommitTogetherAsync([Items.Series()], [Items.Session("1", Items.Tomorrow)]);

        Assert.Equal([false, false], results.Select(r => r.Committed));
        Assert.Empty(await test.FindAsync());
        Assert.Equal(cursor, (await test.Store.FindFeedAsync(feed.Url, CancellationToken.None))!.Cursor);
    }

    [Theory, EachEngine]
    public async Task The_cursor_is_kept_byte_for_byte(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        const string Next = "https://example.org/feed?a=%41%2D%7E&b=é#x";

        await feed.CommitFromAsync(null, Next);

        Assert.Equal(Next, (await test.Store.FindFeedAsync(feed.Url, CancellationToken.None))!.Cursor);
    }

    [Theory, EachEngine]
    public async Task A_page_seen_again_changes_nothing(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        ItemChange[] page = [Items.Series(), Items.Session("1", Items.Tomorrow), Item.Tombstone("2"), Item.Rejected("3", "no-name")];
        await feed.CommitAsync(page);
        var before = await test.FindOneAsync();

        var again = await feed.CommitAsync(page);

        Assert.Equal((0, 4), (again.Kept, again.Unchanged));
        Shown.Same([before], await test.FindAsync());
    }

    [Theory, EachEngine]
    public async Task An_older_item_never_replaces_a_newer_one(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        const long Beyond = (1L << 60) + 1;
        await feed.CommitAsync(Items.Series(description: Items.Described("New"), modified: Beyond), Items.Session("1", Items.Tomorrow));

        await feed.CommitAsync(Items.Series(description: Items.Described("Old"), modified: Beyond - 1));

        Assert.Equal("New", (await test.FindOneAsync()).Opportunity.Description.Name);
    }

    [Theory, EachEngine]
    public async Task An_item_newer_by_one_replaces_even_beyond_two_to_the_53(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        const long Beyond = (1L << 60) + 1;
        await feed.CommitAsync(Items.Series(description: Items.Described("Old"), modified: Beyond - 1), Items.Session("1", Items.Tomorrow));

        await feed.CommitAsync(Items.Series(description: Items.Described("New"), modified: Beyond));

        Assert.Equal("New", (await test.FindOneAsync()).Opportunity.Description.Name);
    }

    [Theory, EachEngine]
    public async Task Without_an_order_in_modified_the_last_to_arrive_counts(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(description: Items.Described("First"), modified: null), Items.Session("1", Items.Tomorrow));

        await feed.CommitAsync(Items.Series(description: Items.Described("Second"), modified: null));

        Assert.Equal("Second", (await test.FindOneAsync()).Opportunity.Description.Name);
    }

    [Theory, EachEngine]
    public async Task Of_an_item_repeated_on_a_page_the_last_word_counts_unless_it_is_older(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();

        var result = await feed.CommitAsync(
            Items.Series(description: Items.Described("One"), modified: 5),
            Items.Session("1", Items.Tomorrow),
            Items.Series(description: Items.Described("Three"), modified: 7),
            Items.Series(description: Items.Described("Two"), modified: 6));

        Assert.Equal((2, 2), (result.Kept, result.Unchanged));
        Assert.Equal("Three", (await test.FindOneAsync()).Opportunity.Description.Name);
    }

    [Theory, EachEngine]
    public async Task The_same_id_in_two_feeds_is_two_items(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var series = await test.FeedAsync("series");
        var sessions = await test.FeedAsync("sessions");
        await series.CommitAsync(Items.Series(id: "1"));
        await sessions.CommitAsync(Items.Session("1", Items.Tomorrow));

        await sessions.CommitAsync(Item.Tombstone("1", 2));

        Assert.IsType<Search.LookUp.Here>(await test.LookUpAsync(Items.Yoga));
    }

    [Theory, EachEngine]
    public async Task Ids_with_leading_zeros_are_other_items_and_numbers_of_any_size_are_ids(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();

        var result = await feed.CommitAsync(
            Items.Series(),
            Items.Session("1", Items.Tomorrow),
            Items.Session("01", Items.Tomorrow.AddHours(2)),
            Items.Session("9223372036854775807", Items.Tomorrow.AddHours(4)),
            Items.Session("9223372036854775808", Items.Tomorrow.AddHours(6)),
            Items.Session("-1", Items.Tomorrow.AddHours(8)));

        Assert.Equal(6, result.Kept);
        Assert.Equal(5, (await test.FindOneAsync()).Sessions.Count);
    }

    [Theory, EachEngine]
    public async Task A_moved_session_is_one_session(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow, modified: 1));

        await feed.CommitAsync(Items.Session("1", Items.Tomorrow.AddHours(3), modified: 2, places: 4));

        var session = Assert.Single((await test.FindOneAsync()).Sessions);
        Assert.Equal((Items.Tomorrow.AddHours(3), 4), (session.Start, session.RemainingPlaces));
    }

    [Theory, EachEngine]
    public async Task A_session_that_moves_to_another_series_leaves_the_first(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        const string Pilates = "https://example.org/series/pilates";
        await feed.CommitAsync(Items.Series(), Items.Series(Pilates, Items.Described("Pilates")), Items.Session("1", Items.Tomorrow));

        await feed.CommitAsync(Items.Session("1", Items.Tomorrow, of: Pilates, modified: 2));

        Assert.Equal("Pilates", (await test.FindOneAsync()).Opportunity.Description.Name);
    }

    [Theory, EachEngine]
    public async Task A_rejected_item_is_counted_with_its_reason_and_takes_away_what_it_said_before(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));

        var result = await feed.CommitAsync(Item.Rejected("1", "bad-date", "startDate \"soon\" is no date.", modified: 2), Item.Rejected("2", "bad-date", "x"));

        Assert.Equal(2, result.Rejected);
        Assert.Empty(await test.FindAsync());
        var rejection = Assert.Single((await test.StatusAsync(feed)).Rejected);
        Assert.Equal(("bad-date", 2L, "startDate \"soon\" is no date."), (rejection.Reason, rejection.Count, rejection.Example));
    }

    [Theory, EachEngine]
    public async Task A_rejected_item_that_comes_again_in_order_is_kept_and_no_longer_counted(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Item.Rejected("1", "bad-date"));

        await feed.CommitAsync(Items.Session("1", Items.Tomorrow, modified: 2));

        Assert.Single((await test.FindOneAsync()).Sessions);
        Assert.Empty((await test.StatusAsync(feed)).Rejected);
    }

    [Theory, EachEngine]
    public async Task Characters_that_a_database_refuses_do_not_stop_a_page(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();

        var result = await feed.CommitAsync(
            Items.Series(description: Items.Described("Yo\0ga 🧘")),
            Items.Session("1", Items.Tomorrow, url: "https://example.org/\0book"),
            Item.Rejected("2", "bad-date", "cut in half: \ud83e"));

        Assert.Equal((2, 1), (result.Kept, result.Rejected));
        Assert.Single((await test.FindOneAsync()).Sessions);
        Assert.Single((await test.StatusAsync(feed)).Rejected);
    }

    [Theory, EachEngine]
    public async Task A_page_of_five_hundred_sessions_under_many_series_is_kept_whole(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        var series = Enumerable.Range(0, 50).Select(i => Items.Series($"https://example.org/{i}").Build()).ToArray();
        await feed.CommitAsync(series);

        var result = await feed.CommitAsync([.. Enumerable.Range(0, 500).Select(i => Items.Session($"s{i}", Items.Tomorrow.AddHours(i % 10), of: $"https://example.org/{i % 50}").Build())]);

        Assert.Equal(500, result.Kept);
        Assert.Equal(50, (await test.FindAsync()).Count);
    }

    [Theory, EachEngine]
    public async Task A_page_for_an_unknown_feed_is_an_error_of_the_caller(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);

        await Assert.ThrowsAsync<ArgumentException>(() => test.Store.CommitPageAsync(
            new PageCommit { FeedId = 99, Cursor = null, NextCursor = "x", Changes = PreparedChanges.Of([]) }, CancellationToken.None));
    }
}
