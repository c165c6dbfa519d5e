using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;
using static Signposting.Store.Opportunities.OpportunityType;

namespace Signposting.Store.Tests;

/// <summary>Sessions that state place, price and the like themselves.</summary>
public sealed class SessionsWithTheirOwnDetailsTests
{
    private const string Series = "https://example.org/event-series/1";

    private static readonly Offer Fiver = new() { Price = 5, Currency = "GBP" };

    [Theory, EachEngine]
    public async Task A_series_without_place_and_price_takes_those_of_its_events(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();

        await feed.CommitAsync(
            Item.Of("s").Describes(EventSeries, Series, new Description { Name = "Yoga with Jo" }),
            Event("1", Items.Tomorrow, Leeds.Library),
            Event("2", Items.Tomorrow.AddDays(7), Leeds.Library));

        var found = await test.FindOneAsync();
        var description = found.Opportunity.Description;
        Assert.Equal(("Yoga with Jo", "Central Library", 5m), (description.Name, description.Place!.Name, description.Offers![0].Price!.Value));
        Assert.Equal(2, found.Sessions.Count);
        Assert.Empty((await test.StatusAsync(feed)).Rejected);
    }

    [Theory, EachEngine]
    public async Task Sessions_at_two_places_are_two_results_each_with_its_own(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();

        await feed.CommitAsync(
            Item.Of("s").Describes(SessionSeries, Series, Items.Described("Health walk", Leeds.Library, Activities.Walking)),
            Items.Session("1", Items.Tomorrow, of: Series),
            Items.Session("2", Items.Tomorrow.AddDays(1), of: Series, own: new Description { Place = Leeds.Headingley }));

        var found = await test.FindAsync();
        Assert.Equal(["Central Library", "Headingley Centre"], found.Select(f => f.Opportunity.Description.Place!.Name));
        Assert.Equal([Items.Tomorrow, Items.Tomorrow.AddDays(1)], found.Select(f => Assert.Single(f.Sessions).Start));
        Assert.Equal(2, found.Select(f => f.Opportunity.Id).Distinct().Count());
    }

    [Theory, EachEngine]
    public async Task When_its_last_session_leaves_a_place_that_result_goes(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(
            Item.Of("s").Describes(SessionSeries, Series, Items.Described("Health walk")),
            Items.Session("1", Items.Tomorrow, of: Series),
            Items.Session("2", Items.Tomorrow.AddDays(1), of: Series, own: new Description { Place = Leeds.Headingley }));

        await feed.CommitAsync(Items.Session("2", Items.Tomorrow.AddDays(1), of: Series, modified: 2));

        var found = await test.FindOneAsync();
        Assert.Equal(("Central Library", 2), (found.Opportunity.Description.Place!.Name, found.Sessions.Count));
    }

    [Theory, EachEngine]
    public async Task A_session_of_a_series_nobody_describes_stands_for_itself_when_it_says_enough(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();

        await feed.CommitAsync(Items.Session("1", Items.Tomorrow, of: Series, own: Items.Described("Yoga, once")));

        Assert.Equal("Yoga, once", (await test.FindOneAsync()).Opportunity.Description.Name);
    }

    [Theory, EachEngine]
    public async Task The_same_statement_a_hundred_times_is_kept_once_and_gives_one_result(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Item.Of("s").Describes(EventSeries, Series, new Description { Name = "Yoga" }));

        await feed.CommitAsync([.. Enumerable.Range(0, 100).Select(i => Event($"e{i}", Items.Tomorrow.AddHours(i), Leeds.Minster))]);

        Assert.Equal("Minster Hall", (await test.FindOneAsync()).Opportunity.Description.Place!.Name);
    }

    [Theory, EachEngine]
    public async Task An_event_alone_is_found_with_its_one_session(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);

        await (await test.FeedAsync()).CommitAsync(
            Item.Of("e").Describes(OpportunityType.Event, "e", Items.Described("Fun run")).HasSession("e", Items.Tomorrow, OpportunityType.Event));

        var found = await test.FindOneAsync();
        Assert.Equal((OpportunityType.Event, "Fun run"), (found.Opportunity.Type, found.Opportunity.Description.Name));
        Assert.Single(found.Sessions);
    }

    [Theory, EachEngine]
    public async Task The_span_of_a_headline_event_counts_only_until_its_parts_are_known(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Item.Of("h").Describes(HeadlineEvent, Series, Items.Described("Festival")).HasSession(Series, Items.Tomorrow, HeadlineEvent, minutes: 2000, whole: true));
        Assert.Equal(Items.Tomorrow, Assert.Single((await test.FindOneAsync()).Sessions).Start);

        await feed.CommitAsync(Item.Of("e").HasSession(Series, Items.Tomorrow.AddHours(3), HeadlineEvent));

        Assert.Equal(Items.Tomorrow.AddHours(3), Assert.Single((await test.FindOneAsync()).Sessions).Start);
    }

    [Theory, EachEngine]
    public async Task A_session_inside_its_series_and_as_an_item_of_its_own_is_one_session(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();

        await feed.CommitAsync(
            Item.Of("s").Describes(SessionSeries, Items.Yoga, Items.Described()).HasSession(Items.Yoga, Items.Tomorrow, embedded: true, places: 1),
            Items.Session("1", Items.Tomorrow, places: 7));

        Assert.Equal(7, Assert.Single((await test.FindOneAsync()).Sessions).RemainingPlaces);
    }

    private static ItemChange Event(string id, DateTimeOffset start, Place place) =>
        Item.Of(id).HasSession(Series, start, EventSeries, own: new Description { Place = place, Offers = [Fiver], Activities = [Activities.Yoga] });
}
