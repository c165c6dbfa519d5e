using Signposting.Store.Commit;
using Signposting.Store.Harvest;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

/// <summary>Several stores on the same data, as several processes open them.</summary>
public sealed class SharedStoreTests
{
    [Theory, EachEngine]
    public async Task What_one_process_commits_another_finds(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var reader = await test.OpenAnotherAsync();
        Assert.Empty(await test.FindAsync(through: reader));

        await (await test.FeedAsync()).CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));

        Assert.Single(await test.FindAsync(through: reader));
    }

    [Theory, EachEngine]
    public async Task Reading_goes_on_while_another_process_writes(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var reader = await test.OpenAnotherAsync();
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series());
        var writing = Task.Run(WriteAsync);

        var searches = 0;
        for (var last = 0; !writing.IsCompleted; searches++)
        {
            var found = Assert.Single(await test.FindAsync(q => q with { SessionsPerItem = 1_000 }, reader));
            Assert.True(found.Sessions.Count >= last, "A session that was committed has vanished.");
            Assert.Equal(0, found.Sessions.Count % 10);
            last = found.Sessions.Count;
        }

        await writing;
        Assert.True(searches > 0);
        Assert.Equal(300, Assert.Single(await test.FindAsync(q => q with { SessionsPerItem = 1_000 }, reader)).Sessions.Count);

        async Task WriteAsync()
        {
            for (var page = 0; page < 30; page++)
                await feed.CommitAsync([.. Enumerable.Range(page * 10, 10).Select(i => Items.Session($"{i}", Items.Tomorrow.AddMinutes(i)).Build())]);
        }
    }

    [Theory, EachEngine]
    public async Task Two_processes_that_harvest_children_and_parents_at_once_lose_neither(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var other = await test.OpenAnotherAsync();
        var series = await test.FeedAsync("series");
        var sessions = await test.FeedAsync("sessions", through: other);
        const int Pages = 20;

        await Task.WhenAll(
            Task.Run(() => CommitAllAsync(series, i => Item.Of($"{i}").Describes(Opportunities.OpportunityType.EventSeries, $"s{i}", Items.Described($"{i}")))),
            Task.Run(() => CommitAllAsync(sessions, i => Item.Of($"{i}").HasSession($"s{i}", Items.Tomorrow, Opportunities.OpportunityType.EventSeries,
                own: new Opportunities.Description { Place = Leeds.Headingley }))));

        var found = await test.FindAsync(q => q with { Limit = 1_000 });
        Assert.Equal(Pages * 5, found.Count(f => f.Sessions.Count == 1 && f.Opportunity.Description.Place!.Name == "Headingley Centre"));

        static async Task CommitAllAsync(TestFeed feed, Func<int, Item> item)
        {
            for (var page = 0; page < Pages; page++)
                await feed.CommitAsync([.. Enumerable.Range(page * 5, 5).Select(i => item(i).Build())]);
        }
    }

    [Theory, EachEngine]
    public async Task Of_two_processes_that_harvest_the_same_feed_one_is_refused_each_time(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var other = await test.OpenAnotherAsync();
        var mine = await test.FeedAsync();
        var theirs = await test.FeedAsync(through: other);
        string? cursor = null;

        for (var page = 0; page < 10; page++)
        {
            var (from, next, session) = (cursor, $"page {page}", Items.Session($"{page}", Items.Tomorrow.AddHours(page)).Build());
            var results = await Task.WhenAll(
                Task.Run(() => mine.CommitFromAsync(from, next, Items.Series(), session)),
                Task.Run(() => theirs.CommitFromAsync(from, next, Items.Series(), session)));
            Assert.Single(results, r => r.Committed);
            cursor = next;
        }

        Assert.Equal(10, (await test.FindOneAsync()).Sessions.Count);
        Assert.Equal(10, (await test.StatusAsync(mine)).Pages);
    }

    [Theory, EachEngine]
    public async Task Two_datasets_with_the_same_records_harvested_at_once_give_one_result_each(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var other = await test.OpenAnotherAsync();
        var first = await test.FeedAsync("a", "https://first.example.org");
        var second = await test.FeedAsync("b", "https://second.example.org", other);

        await Task.WhenAll(Task.Run(() => CommitAllAsync(first, "first")), Task.Run(() => CommitAllAsync(second, "second")));

        var found = await test.FindAsync();
        Assert.Equal(20, found.Count);
        Assert.All(found, f => Assert.Equal("first", f.Opportunity.Description.Name));

        static async Task CommitAllAsync(TestFeed feed, string name)
        {
            for (var i = 0; i < 20; i++)
                await feed.CommitAsync(Items.Class($"{i}", Items.Described(name)));
        }
    }

    [Theory, EachEngine]
    public async Task Many_processes_may_open_a_new_store_at_once(StoreEngine engine)
    {
        await using var test = await TestStore.CreateAsync(engine);

        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SpatialStore.OpenAsync(test.Options, test.Time, CancellationToken.None))));

        foreach (var store in opened)
        {
            await store.PingAsync(CancellationToken.None);
            await store.DisposeAsync();
        }
    }

    [Theory, EachEngine]
    public async Task A_process_that_dies_within_a_page_leaves_no_trace(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));
        var before = await test.FindAsync();
        await using (var dying = Engines.Create(test.Options))
        {
            await using var writer = await dying.BeginWriteAsync(durable: false, CancellationToken.None);
            var locked = await writer.LockFeedAsync(feed.Id, CancellationToken.None);
            var page = new PageCommit
            {
                FeedId = feed.Id,
                Cursor = feed.Cursor,
                NextCursor = "lost",
                Changes = PreparedChanges.Of([Items.Series(description: Items.Described("Changed"), modified: 2), Items.Series("new", Items.Described("New")), Item.Tombstone("1", 2)]),
            };
            var result = await new PageCommitter(writer, page, locked!, test.Time.GetUtcNow()).CommitAsync(page.Changes.Items, CancellationToken.None);
            Assert.True(result.Committed);
        }

        Shown.Same(before, await test.FindAsync());
        Assert.Equal(feed.Cursor, (await test.Store.FindFeedAsync(feed.Url, CancellationToken.None))!.Cursor);
        await feed.CommitAsync(Items.Series("new", Items.Described("New")));
        Assert.Equal(2, (await test.FindAsync()).Count);
    }

    [Theory, EachEngine]
    public async Task A_page_given_up_half_way_leaves_no_trace_and_the_store_usable(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Store.CommitPageAsync(
            new PageCommit { FeedId = feed.Id, Cursor = null, NextCursor = "x", Changes = PreparedChanges.Of([Items.Series()]) }, given.Token));

        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));
        Assert.Single(await test.FindAsync());
    }
}
