using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;
using static Signposting.Store.Opportunities.OpportunityType;

namespace Signposting.Store.Tests;

public sealed class SearchTests
{
    [Theory, EachEngine]
    public async Task The_nearest_comes_first_and_what_is_beyond_the_radius_not_at_all(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(
            Items.Class("h", Items.Described("Harrogate", Leeds.Harrogate)),
            Items.Class("i", Items.Described("Headingley", Leeds.Headingley)),
            Items.Class("m", Items.Described("Minster", Leeds.Minster)),
            Items.Class("l", Items.Described("Library", Leeds.Library)));

        var found = await test.FindAsync();

        Assert.Equal(["Library", "Minster", "Headingley"], found.Select(f => f.Opportunity.Description.Name));
        Assert.Equal(found.Select(f => Leeds.TownHall.DistanceTo(f.Opportunity.Description.Place!.Point!.Value)), found.Select(f => f.DistanceMetres!.Value));
        Assert.Equal(4, (await test.FindAsync(q => q with { RadiusMetres = 25_000 })).Count);
    }

    [Theory, EachEngine]
    public async Task Pages_repeat_none_and_lose_none_even_at_one_place(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync([.. Enumerable.Range(0, 25).Select(i =>
            Items.Class($"c{i}", Items.Described($"Class {i}", i % 5 == 0 ? Leeds.Minster : Leeds.Library), Items.Tomorrow.AddHours(i % 3)).Build())]);

        foreach (var sort in Enum.GetValues<SortOrder>())
        {
            var whole = await test.FindAsync(q => q with { Sort = sort });
            var paged = await PlacedAndOnlineTests.PagedAsync(test, q => q with { Sort = sort, Limit = 4 });
            Assert.Equal(whole.Select(f => f.Opportunity.Description.Name), paged);
            Assert.Equal(25, paged.Distinct().Count());
        }
    }

    [Theory, EachEngine]
    public async Task A_page_goes_on_where_the_last_item_stood_even_when_that_item_is_gone(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync([.. Enumerable.Range(0, 9).Select(i => Items.Class($"c{i}", Items.Described($"{i}", Leeds.At(53.8 + (i * 0.001), -1.55))).Build())]);
        var first = await test.FindAsync(q => q with { Limit = 4 });
        var last = first[^1].Opportunity.Description.Name!;

        await feed.CommitAsync(Item.Tombstone($"c{last}", 2));
        var rest = await test.FindAsync(q => q with { After = first[^1].Position });

        Assert.Equal(5, rest.Count);
        Assert.Empty(rest.Select(f => f.Opportunity.Id).Intersect(first.Select(f => f.Opportunity.Id)));
    }

    [Theory, EachEngine]
    public async Task Soonest_goes_by_the_next_session_then_by_distance(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(
            Items.Class("a", Items.Described("Near and late", Leeds.Library), Items.Tomorrow.AddHours(5)),
            Items.Class("b", Items.Described("Far and soon", Leeds.Headingley), Items.Tomorrow),
            Items.Class("c", Items.Described("Nearer and soon", Leeds.Minster), Items.Tomorrow),
            Items.Series("d", Items.Described("No times", Leeds.Library)));

        var found = await test.FindAsync(q => q with { Sort = SortOrder.Soonest });

        Assert.Equal(["Nearer and soon", "Far and soon", "Near and late", "No times"], found.Select(f => f.Opportunity.Description.Name));
    }

    [Theory, EachEngine]
    public async Task Only_the_kinds_asked_for_are_found(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        OpportunityType[] types = [SessionSeries, CourseInstance, HeadlineEvent, FacilityUse, OnDemandEvent];
        await (await test.FeedAsync()).CommitAsync([.. types.Select(t =>
            Item.Of($"{t}").Describes(t, $"{t}", Items.Described($"{t}")).HasSession($"{t}", Items.Tomorrow, t).Build())]);

        foreach (var type in types)
            Assert.Equal(type, (await test.FindOneAsync(q => q with { Kinds = [type.Kind()] })).Opportunity.Type);
        Assert.Equal(2, (await test.FindAsync(q => q with { Kinds = [OpportunityKind.Session, OpportunityKind.Course] })).Count);
    }

    [Theory, EachEngine]
    public async Task Any_of_the_activities_asked_for_is_enough_however_many_a_class_has(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        Activity[] many = [Activities.Yoga, Activities.Walking, Activities.Swimming, Activities.Tennis, Activities.Boxing];
        await (await test.FeedAsync()).CommitAsync(
            Items.Class("many", Items.Described("Five") with { Activities = many }),
            Items.Class("one", Items.Described("One", activity: Activities.Boxing)),
            Items.Class("none", Items.Described("None") with { Activities = [new Activity(null, "Something")] }));

        Assert.Equal(["Five", "One"], (await FindAsync(Activities.Boxing)).Order());
        Assert.Equal(["Five"], await FindAsync(Activities.Tennis, Activities.Yoga));
        Assert.Empty(await FindAsync(Activities.Of("Never heard of")));
        Assert.Empty(await FindAsync());
        Assert.Equal(3, (await test.FindAsync()).Count);

        async Task<IEnumerable<string>> FindAsync(params Activity[] activities) =>
            (await test.FindAsync(q => q with { Activities = [.. activities.Select(a => a.Id!)] })).Select(f => f.Opportunity.Description.Name!);
    }

    [Theory, EachEngine]
    public async Task A_class_that_changes_its_activity_is_found_by_the_new_one_only(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Class(Items.Yoga, Items.Described()));

        await feed.CommitAsync(Items.Class(Items.Yoga, Items.Described(activity: Activities.Boxing), modified: 2));

        Assert.Empty(await test.FindAsync(q => q with { Activities = [Activities.Yoga.Id!] }));
        Assert.Single(await test.FindAsync(q => q with { Activities = [Activities.Boxing.Id!] }));
    }

    [Theory, EachEngine]
    public async Task A_rare_activity_is_found_at_the_edge_of_a_large_radius(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var crowd = Enumerable.Range(0, 400).Select(i => Items.Class($"c{i}", Items.Described(at: Leeds.At(53.80 + (i * 0.0001), -1.55))).Build());
        await (await test.FeedAsync()).CommitAsync([.. crowd, Items.Class("rare", Items.Described("Rare", Leeds.Harrogate, Activities.Boxing))]);

        var found = await test.FindOneAsync(q => q with { RadiusMetres = 50_000, Limit = 20, Activities = [Activities.Boxing.Id!] });

        Assert.Equal("Rare", found.Opportunity.Description.Name);
    }

    [Theory, EachEngine]
    public async Task Every_answer_says_where_it_comes_from_and_how_fresh_it_is(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Class(Items.Yoga, Items.Described() with { Repairs = ["swapped-coordinates"] }, modified: 1_790_000_000));
        test.Time.Advance(TimeSpan.FromHours(1));
        await feed.CommitAsync();

        var provenance = Assert.Single((await test.FindOneAsync()).Opportunity.Provenance);

        Assert.Equal((feed.Url, "https://example.org/openactive", "Example Leisure", "https://creativecommons.org/licenses/by/4.0/"),
            (provenance.Feed, provenance.Dataset, provenance.Publisher, provenance.Licence));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000), provenance.Modified);
        Assert.Equal((TestStore.Start, TestStore.Start.AddHours(1)), (provenance.HarvestedAt, provenance.FeedCheckedAt!.Value));
        Assert.Equal(["swapped-coordinates"], provenance.Repairs);
    }

    [Theory, EachEngine]
    public async Task An_id_is_the_same_on_every_engine_and_in_every_store(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Items.Class("other", Items.Described()), Items.Class(Items.Yoga, Items.Described()));

        Assert.Equal(
            new[] { SubjectKey.FromId("other").ToPublicId(), SubjectKey.FromId(Items.Yoga).ToPublicId() }.Order(),
            (await test.FindAsync()).Select(f => f.Opportunity.Id));
    }

    [Theory, EachEngine]
    public async Task Everything_that_is_said_comes_back(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var description = Items.Described("Chair-based exercise – für alle 🪑") with
        {
            Text = "Line one\nLine two",
            Organizer = new Organizer { Name = "Example", Telephone = "0113 496 0000" },
            Offers = [new Offer { Name = "Adult", Price = 3.50m, Currency = "GBP" }],
            AgeRange = new AgeRange(50, null),
            Gender = GenderRestriction.Female,
            Levels = ["Beginner"],
            IsWheelchairAccessible = true,
            PeriodStart = TestStore.Start,
            ScheduleJson = """{"byDay":["MO"]}""",
        };
        await (await test.FeedAsync()).CommitAsync(Items.Class(Items.Yoga, description));

        var here = Assert.IsType<LookUp.Here>(await test.LookUpAsync(Items.Yoga));

        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(description), System.Text.Json.JsonSerializer.Serialize(here.Opportunity.Description));
    }
}
