using Signposting.Store.Feeds;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

/// <summary>Reading once more what was harvested before.</summary>
public sealed class ReplayTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory, EachEngine]
    public async Task What_is_read_once_more_replaces_what_was_read_and_looks_no_fresher(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        var sent = Items.Series(id: "7", description: new Description { Name = "Yoga" }).Build();
        await feed.CommitAsync(sent, Items.Session("8", Items.Tomorrow), Items.Series("https://example.org/judo", Items.Described("Judo"), id: "text"));
        var before = await test.StatusAsync(feed);
        test.Time.Advance(TimeSpan.FromHours(1));

        var originals = await test.Store.ReadOriginalsAsync(0, 10, Cancel);
        var replaced = await test.Store.ReplayAsync([(originals[0], Items.Series(id: "7")), (originals[1], Items.Series("https://example.org/judo", Items.Described("Judo"), id: "text"))], Cancel);

        Assert.Equal(["7", null], originals.Select(o => o.ItemId));
        Assert.Equal((feed.Url, SubjectKey.FromId(Items.Yoga)), (originals[0].FeedUrl, originals[0].Subject));
        Assert.Equal(sent.Original.ToArray(), originals[0].ReadData());
        Assert.Equal(1, replaced);
        var found = (await test.FindAsync()).Single(f => f.Opportunity.Description.Name == "Yoga");
        Assert.Equal((TestStore.Start, "Central Library"), (found.Opportunity.Provenance[0].HarvestedAt, found.Opportunity.Description.Place!.Name));
        Assert.Single(found.Sessions);
        var after = await test.StatusAsync(feed);
        Assert.Equal((before.LastSuccess, before.LastChange, feed.Cursor), (after.LastSuccess, after.LastChange, (await test.Store.FindFeedAsync(feed.Url, Cancel))!.Cursor));
    }

    [Theory, EachEngine]
    public async Task What_changed_or_went_meanwhile_is_left_alone(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series("a", new Description { Name = "A" }), Items.Series("b", new Description { Name = "B" }));
        var originals = await test.Store.ReadOriginalsAsync(0, 10, Cancel);
        await feed.CommitAsync(Items.Series("a", Items.Described("A2"), modified: 2), Item.Tombstone("b", 2));

        Assert.Equal(0, await test.Store.ReplayAsync([(originals[0], Items.Series("a")), (originals[1], Items.Series("b"))], Cancel));

        Assert.Equal("A2", (await test.FindOneAsync()).Opportunity.Description.Name);
    }

    [Theory, EachEngine]
    public async Task What_only_sessions_state_is_read_once_more_too(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        var unplaced = Items.Described("Walk", new Place { Postcode = "LS1 3AD" });
        await feed.CommitAsync(
            Items.Session("1", Items.Tomorrow, own: unplaced),
            Items.Session("2", Items.Tomorrow.AddDays(1), own: unplaced),
            Items.Session("3", Items.Tomorrow.AddDays(2), own: Items.Described("Walk", Leeds.Library)));
        test.Time.Advance(TimeSpan.FromHours(1));

        var kept = await test.Store.ReadStatementsAsync(Speaker.Sessions, 0, 10, Cancel);
        var replaced = await test.Store.RestateAsync([.. kept.Select(k => (k, Items.Described("Walk", Leeds.Library)))], Cancel);

        Assert.Equal((2, 1), (kept.Count, replaced));
        var found = await test.FindOneAsync();
        Assert.Equal(("Central Library", 3, TestStore.Start), (found.Opportunity.Description.Place!.Name, found.Sessions.Count, found.Opportunity.Provenance[0].HarvestedAt));
        Assert.Single(await test.Store.ReadStatementsAsync(Speaker.Sessions, 0, 10, Cancel));
        await feed.CommitAsync(Item.Tombstone("3", 2));
        Assert.Equal(2, (await test.FindOneAsync()).Sessions.Count);
    }

    [Theory, EachEngine]
    public async Task What_sessions_state_of_the_parent_inside_them_is_read_once_more_too(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Item.Of("1")
            .Embeds(OpportunityType.SessionSeries, Items.Yoga, Items.Described("Yoga", new Place { Postcode = "LS1 3AD" })).HasSession(Items.Yoga, Items.Tomorrow));

        var kept = Assert.Single(await test.Store.ReadStatementsAsync(Speaker.Children, 0, 10, Cancel));
        Assert.Equal("LS1 3AD", kept.Read().Place!.Postcode);
        Assert.Equal(1, await test.Store.RestateAsync([(kept, Items.Described())], Cancel));

        Assert.Equal("Central Library", (await test.FindOneAsync()).Opportunity.Description.Place!.Name);
    }

    [Theory, EachEngine]
    public async Task What_sessions_stated_otherwise_meanwhile_is_left_alone(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Session("1", Items.Tomorrow, own: new Description { Name = "Walk", Place = new Place { Postcode = "LS1 3AD" } }));
        var kept = await test.Store.ReadStatementsAsync(Speaker.Sessions, 0, 10, Cancel);
        await feed.CommitAsync(Items.Session("1", Items.Tomorrow, own: Items.Described("Swim"), modified: 2));

        Assert.Equal(0, await test.Store.RestateAsync([(kept[0], Items.Described("Walk"))], Cancel));

        Assert.Equal("Swim", (await test.FindOneAsync()).Opportunity.Description.Name);
    }
}
