using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

public sealed class ParentsAndChildrenTests
{
    private const string EventSeries = "https://example.org/event-series/1";

    [Theory, EachEngine]
    public async Task Sessions_may_come_before_their_series(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var sessions = await test.FeedAsync("sessions");
        await sessions.CommitAsync(Items.Session("1", Items.Tomorrow));
        Assert.Empty(await test.FindAsync());
        Assert.Equal(1, (await test.StatusAsync(sessions)).Orphans);

        await (await test.FeedAsync("series")).CommitAsync(Items.Series());

        Assert.Single((await test.FindOneAsync()).Sessions);
        Assert.Equal(0, (await test.StatusAsync(sessions)).Orphans);
    }

    [Theory, EachEngine]
    public async Task A_series_updated_afterwards_changes_what_is_found(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));

        await feed.CommitAsync(Items.Series(description: Items.Described("Gentle yoga", Leeds.Minster, Activities.Walking), modified: 2));

        var found = await test.FindOneAsync(q => q with { Activities = [Activities.Walking.Id!] });
        Assert.Equal(("Gentle yoga", "Minster Hall"), (found.Opportunity.Description.Name, found.Opportunity.Description.Place!.Name));
        Assert.Empty(await test.FindAsync(q => q with { Activities = [Activities.Yoga.Id!] }));
    }

    [Theory, EachEngine]
    public async Task A_parent_known_only_from_its_child_is_found(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();

        await feed.CommitAsync(Embedding("1", "Yoga", modified: 1));

        var found = await test.FindOneAsync();
        Assert.Equal((OpportunityType.SessionSeries, "Yoga"), (found.Opportunity.Type, found.Opportunity.Description.Name));
    }

    [Theory, EachEngine]
    public async Task Of_embedded_parents_the_newest_childs_view_counts(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Embedding("1", "New name", modified: 9));

        await feed.CommitAsync(Embedding("2", "Old name", modified: 3));

        Assert.Equal("New name", (await test.FindOneAsync()).Opportunity.Description.Name);
    }

    [Theory, EachEngine]
    public async Task A_parent_in_its_own_record_counts_more_than_an_embedded_one(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var series = await test.FeedAsync("series");
        await series.CommitAsync(Items.Series(description: Items.Described("From its own record")));

        await (await test.FeedAsync("sessions")).CommitAsync(Embedding("1", "Embedded", modified: 99));

        Assert.Equal("From its own record", (await test.FindOneAsync()).Opportunity.Description.Name);

        await series.CommitAsync(Item.Tombstone(Items.Yoga, 2));
        Assert.Equal("Embedded", (await test.FindOneAsync()).Opportunity.Description.Name);
    }

    [Theory, EachEngine]
    public async Task An_embedded_parent_goes_with_its_last_child_and_comes_back_with_one(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Embedding("1", "Yoga", modified: 1));
        await feed.CommitAsync(Item.Tombstone("1", 2));
        Assert.Empty(await test.FindAsync());
        Assert.IsType<LookUp.Withdrawn>(await test.LookUpAsync(Items.Yoga));

        await feed.CommitAsync(Embedding("1", "Yoga", modified: 3));

        Assert.Single((await test.FindOneAsync()).Sessions);
    }

    [Theory, EachEngine]
    public async Task What_a_child_leaves_open_it_inherits_over_three_levels(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        var organizer = new Organizer { Name = "Example Leisure", Email = "hello@example.org" };

        await feed.CommitAsync(
            Items.Session("1", Items.Tomorrow),
            Item.Of("s").Describes(OpportunityType.SessionSeries, Items.Yoga, new Description { Name = "Yoga", Url = "https://example.org/yoga" }, under: EventSeries));
        await feed.CommitAsync(Item.Of("es").Describes(OpportunityType.EventSeries, EventSeries,
            Items.Described("Wellbeing month") with { Organizer = organizer, Url = "https://example.org/month", Offers = [new Offer { Price = 5 }] }));

        var description = (await test.FindOneAsync()).Opportunity.Description;
        Assert.Equal(("Yoga", "https://example.org/yoga"), (description.Name, description.Url));
        Assert.Equal(organizer, description.Organizer);
        Assert.Equal("Central Library", description.Place!.Name);
        Assert.Null(description.Offers);
    }

    [Theory, EachEngine]
    public async Task A_grandparent_updated_afterwards_reaches_its_grandchildren(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(
            Item.Of("es").Describes(OpportunityType.EventSeries, EventSeries, Items.Described("Wellbeing month")),
            Item.Of(Items.Yoga).Describes(OpportunityType.SessionSeries, Items.Yoga, new Description { Name = "Yoga" }, under: EventSeries),
            Items.Session("1", Items.Tomorrow));

        await feed.CommitAsync(Item.Of("es", 2).Describes(OpportunityType.EventSeries, EventSeries, Items.Described("Wellbeing month", Leeds.Minster)));

        Assert.Equal("Minster Hall", (await test.FindOneAsync()).Opportunity.Description.Place!.Name);
    }

    [Theory, EachEngine]
    public async Task A_parent_that_names_itself_or_its_child_as_parent_stops_nothing(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();

        await feed.CommitAsync(
            Item.Of("a").Describes(OpportunityType.SessionSeries, "a", Items.Described("A"), under: "b").HasSession("a", Items.Tomorrow),
            Item.Of("b").Describes(OpportunityType.SessionSeries, "b", Items.Described("B"), under: "a").HasSession("b", Items.Tomorrow),
            Item.Of("c").Describes(OpportunityType.SessionSeries, "c", Items.Described("C"), under: "c").HasSession("c", Items.Tomorrow));

        Assert.Equal(["A", "B", "C"], (await test.FindAsync()).Select(f => f.Opportunity.Description.Name).Order());
    }

    [Theory, EachEngine]
    public async Task A_course_is_offered_by_its_instances_not_by_itself(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();

        await feed.CommitAsync(
            Item.Of("c").Describes(OpportunityType.Course, "course", Items.Described("Learn to swim", activity: Activities.Swimming)),
            Item.Of("i").Describes(OpportunityType.CourseInstance, "instance", new Description { Url = "https://example.org/i" }, under: "course")
                .HasSession("instance", Items.Tomorrow, OpportunityType.CourseInstance));

        var found = await test.FindOneAsync();
        Assert.Equal((OpportunityType.CourseInstance, "Learn to swim"), (found.Opportunity.Type, found.Opportunity.Description.Name));
        Assert.Empty((await test.StatusAsync(feed)).Rejected);
    }

    [Theory, EachEngine]
    public async Task A_parent_with_very_many_children_reaches_them_all(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        const int Many = 6_000;
        await feed.CommitAsync([.. Enumerable.Range(0, Many).Select(i =>
            Item.Of($"{i}").Describes(OpportunityType.SessionSeries, $"s{i}", new Description { Name = $"Class {i}" }, under: EventSeries).HasSession($"s{i}", Items.Tomorrow).Build())]);

        await feed.CommitAsync(Item.Of("es").Describes(OpportunityType.EventSeries, EventSeries, Items.Described("Festival")));
        await feed.CommitLastAsync();

        var names = new HashSet<string>();
        Position? after = null;
        for (var found = await test.FindAsync(); found.Count > 0; found = await test.FindAsync(q => q with { After = after, SessionsPerItem = 1, Limit = 1_000 }))
        {
            names.UnionWith(found.Select(f => f.Opportunity.Description.Name!));
            after = found[^1].Position;
        }

        Assert.Equal(Many, names.Count);
    }

    [Theory, EachEngine]
    public async Task Two_datasets_that_publish_the_same_record_give_one_result_whichever_comes_first(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var first = await test.FeedAsync("a", "https://first.example.org");
        var second = await test.FeedAsync("b", "https://second.example.org");
        await second.CommitAsync(Items.Class(Items.Yoga, Items.Described("By the second")));
        await first.CommitAsync(Items.Class(Items.Yoga, Items.Described("By the first")));
        Assert.Equal("By the first", (await test.FindOneAsync()).Opportunity.Description.Name);

        await first.CommitAsync(Item.Tombstone(Items.Yoga, 2));

        Assert.Equal("By the second", (await test.FindOneAsync()).Opportunity.Description.Name);
        Assert.IsType<LookUp.Here>(await test.LookUpAsync(Items.Yoga));
    }

    private static Item Embedding(string id, string name, long modified) =>
        Item.Of(id, modified).Embeds(OpportunityType.SessionSeries, Items.Yoga, Items.Described(name)).HasSession(Items.Yoga, Items.Tomorrow);
}
