using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;
using static Signposting.Store.Opportunities.OpportunityType;

namespace Signposting.Store.Tests;

public sealed class FacilityTests
{
    private const string Courts = "https://example.org/facilities/courts";
    private const string CourtOne = "https://example.org/facilities/courts#1";
    private const string CourtTwo = "https://example.org/facilities/courts#2";

    private static readonly Description Tennis = Items.Described("Tennis courts", activity: Activities.Tennis);

    /// <summary>A FacilityUse with both courts nested, slots of each, and of the whole.</summary>
    private static readonly ItemChange[] Everything =
    [
        Item.Of("f").Describes(FacilityUse, Courts, Tennis)
            .Nests(IndividualFacilityUse, CourtOne, new Description { Name = "Court 1" }, Courts)
            .Nests(IndividualFacilityUse, CourtTwo, new Description { Name = "Court 2" }, Courts),
        Items.Slot("s1", Items.Tomorrow, CourtOne, places: 1),
        Items.Slot("s2", Items.Tomorrow, CourtTwo, places: 1),
        Items.Slot("s3", Items.Tomorrow.AddHours(1), Courts, places: 3),
    ];

    [Theory, EachEngine]
    public Task Slots_of_nested_courts_are_sessions_of_the_facility(StoreEngine engine) => ArrivesAsync(engine, [0, 1, 2, 3]);

    [Theory, EachEngine]
    public Task Slots_may_come_before_the_facility_that_nests_their_court(StoreEngine engine) => ArrivesAsync(engine, [3, 2, 1, 0]);

    [Theory, EachEngine]
    public Task Some_slots_may_come_before_and_some_after(StoreEngine engine) => ArrivesAsync(engine, [1, 0, 3, 2]);

    [Theory, EachEngine]
    public async Task Twelve_courts_at_one_time_are_one_line_with_the_places_added_up(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Everything);

        var sessions = (await test.FindOneAsync()).Sessions;

        Assert.Equal([(Items.Tomorrow, 2), (Items.Tomorrow.AddHours(1), 3)], sessions.Select(s => (s.Start, s.RemainingPlaces ?? 0)));
    }

    [Theory, EachEngine]
    public async Task A_court_as_its_own_item_is_shown_under_its_facility_whichever_comes_first(StoreEngine engine)
    {
        await using var before = await TestStore.OpenAsync(engine);
        await using var after = await TestStore.OpenAsync(engine);
        ItemChange facility = Item.Of("f").Describes(FacilityUse, Courts, Tennis);
        ItemChange court = Item.Of("c").Describes(IndividualFacilityUse, CourtOne, new Description { Name = "Court 1" }, under: Courts);
        ItemChange slot = Items.Slot("s", Items.Tomorrow, CourtOne);

        await CommitEachAsync(before, court, slot, facility);
        await CommitEachAsync(after, facility, court, slot);

        Assert.Single((await before.FindOneAsync()).Sessions);
        Shown.Same(await before.FindAsync(), await after.FindAsync());
    }

    [Theory, EachEngine]
    public async Task A_court_whose_facility_nobody_publishes_stands_alone(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await CommitEachAsync(test,
            Item.Of("c").Describes(IndividualFacilityUse, CourtOne, Items.Described("Court 1", activity: Activities.Tennis), under: Courts),
            Items.Slot("s", Items.Tomorrow, CourtOne));

        Assert.Equal(IndividualFacilityUse, (await test.FindOneAsync()).Opportunity.Type);
    }

    [Theory, EachEngine]
    public async Task A_court_taken_out_of_its_facility_takes_its_slots_with_it(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Everything);

        await feed.CommitAsync(Item.Of("f", 2).Describes(FacilityUse, Courts, Tennis)
            .Nests(IndividualFacilityUse, CourtTwo, new Description { Name = "Court 2" }, Courts));

        var sessions = (await test.FindOneAsync()).Sessions;
        Assert.Equal([1, 3], sessions.Select(s => s.RemainingPlaces ?? 0));
        Assert.Equal(1, (await test.StatusAsync(feed)).Orphans);
    }

    [Theory, EachEngine]
    public async Task A_facility_with_slots_only_on_its_courts_matches_by_them(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Everything[..2]);

        Assert.True((await test.FindOneAsync()).Opportunity.TimesPublished);
        Assert.Empty(await test.FindAsync(q => q with { From = Items.Tomorrow.AddHours(2) }));
        var here = Assert.IsType<LookUp.Here>(await test.LookUpAsync(Courts));
        Assert.Single(here.Sessions);
    }

    [Theory, EachEngine]
    public async Task A_facility_hands_its_prices_to_its_courts(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await CommitEachAsync(test,
            Item.Of("f").Describes(FacilityUse, Courts, Tennis with { Offers = [new Offer { Price = 8.50m, Currency = "GBP" }] }),
            Items.Slot("s", Items.Tomorrow, Courts));

        Assert.Equal(8.50m, (await test.FindOneAsync()).Opportunity.Description.Offers![0].Price);
    }

    private static async Task ArrivesAsync(StoreEngine engine, int[] order)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await CommitEachAsync(test, [.. order.Select(i => Everything[i])]);

        var found = await test.FindOneAsync();

        Assert.Equal((FacilityUse, "Tennis courts", 2), (found.Opportunity.Type, found.Opportunity.Description.Name, found.Sessions.Count));
    }

    private static async Task CommitEachAsync(TestStore test, params ItemChange[] items)
    {
        var feed = await test.FeedAsync();
        foreach (var item in items)
            await feed.CommitAsync(item);
    }
}
