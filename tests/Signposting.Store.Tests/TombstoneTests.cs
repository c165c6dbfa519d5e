using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

public sealed class TombstoneTests
{
    [Theory, EachEngine]
    public async Task A_tombstone_takes_the_session_away(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow), Items.Session("2", Items.Tomorrow.AddDays(1)));

        var result = await feed.CommitAsync(Item.Tombstone("1", 2));

        Assert.Equal(1, result.Deleted);
        Assert.Equal(Items.Tomorrow.AddDays(1), Assert.Single((await test.FindOneAsync()).Sessions).Start);
    }

    [Theory, EachEngine]
    public async Task A_tombstone_for_an_unknown_item_changes_nothing(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));
        var before = await test.FindAsync();

        var result = await feed.CommitAsync(Item.Tombstone("never heard of"));

        Assert.Equal(1, result.Deleted);
        Shown.Same(before, await test.FindAsync());
    }

    [Theory, EachEngine]
    public async Task An_item_older_than_its_tombstone_stays_deleted(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Item.Tombstone("1", 5));

        await feed.CommitAsync(Items.Session("1", Items.Tomorrow, modified: 4));

        Assert.Empty((await test.FindOneAsync()).Sessions);
    }

    [Theory, EachEngine]
    public async Task A_tombstone_older_than_its_item_deletes_nothing(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow, modified: 5));

        var result = await feed.CommitAsync(Item.Tombstone("1", 4));

        Assert.Equal((0, 1), (result.Deleted, result.Unchanged));
        Assert.Single((await test.FindOneAsync()).Sessions);
    }

    [Theory, EachEngine]
    public async Task An_item_updated_deleted_and_updated_again_is_there(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(modified: 1), Items.Session("1", Items.Tomorrow, modified: 1));
        await feed.CommitAsync(Item.Tombstone(Items.Yoga, 2), Item.Tombstone("1", 2));

        await feed.CommitAsync(Items.Series(modified: 3), Items.Session("1", Items.Tomorrow, modified: 3));

        Assert.Single((await test.FindOneAsync()).Sessions);
        Assert.IsType<LookUp.Here>(await test.LookUpAsync(Items.Yoga));
    }

    [Theory, EachEngine]
    public async Task A_deleted_series_leaves_orphans_and_is_withdrawn(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));

        await feed.CommitAsync(Item.Tombstone(Items.Yoga, 2));

        Assert.Empty(await test.FindAsync());
        Assert.IsType<LookUp.Withdrawn>(await test.LookUpAsync(Items.Yoga));
        Assert.Equal(1, (await test.StatusAsync(feed)).Orphans);
    }

    [Theory, EachEngine]
    public async Task A_series_that_comes_back_has_its_sessions_and_its_id_again(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));
        var before = await test.FindOneAsync();
        await feed.CommitAsync(Item.Tombstone(Items.Yoga, 2));

        await feed.CommitAsync(Items.Series(modified: 3));

        var after = await test.FindOneAsync();
        Assert.Equal(before.Opportunity.Id, after.Opportunity.Id);
        Assert.Single(after.Sessions);
        Assert.IsType<LookUp.Here>(await test.LookUpAsync(Items.Yoga));
        Assert.Equal(0, (await test.StatusAsync(feed)).Orphans);
    }

    [Theory, EachEngine]
    public async Task An_id_never_known_is_unknown_and_not_withdrawn(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);

        Assert.IsType<LookUp.Unknown>(await test.LookUpAsync("https://example.org/nothing"));
    }

    [Theory, EachEngine]
    public async Task Tombstones_are_forgotten_after_thirty_days(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Item.Tombstone("1", 5), Item.Tombstone("2", 5));
        test.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await test.Store.RemoveOverAsync(CancellationToken.None));

        test.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(2, await test.Store.RemoveOverAsync(CancellationToken.None));
    }
}
