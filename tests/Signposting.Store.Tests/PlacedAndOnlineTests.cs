using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;
using static Signposting.Store.Opportunities.OpportunityType;

namespace Signposting.Store.Tests;

public sealed class PlacedAndOnlineTests
{
    private static readonly Description OnlineYoga = Items.Described("Online yoga") with { Attendance = AttendanceMode.Online };

    [Theory, EachEngine]
    public async Task An_online_class_is_not_at_the_place_it_is_affiliated_with(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Items.Class("o", OnlineYoga));

        Assert.Empty(await test.FindAsync());
        var found = await test.FindOneAsync(q => q with { Attendance = AttendanceFilter.Online, Centre = null });
        Assert.Null(found.DistanceMetres);
        Assert.Null(found.Opportunity.Description.Place);
    }

    [Theory, EachEngine]
    public async Task A_mixed_one_is_found_at_its_place_and_online_and_once_when_any_is_asked_for(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Items.Class("m", Items.Described("Both") with { Attendance = AttendanceMode.Mixed }));

        Assert.NotNull((await test.FindOneAsync()).DistanceMetres);
        Assert.Null((await test.FindOneAsync(q => q with { Attendance = AttendanceFilter.Online })).DistanceMetres);
        Assert.NotNull((await test.FindOneAsync(q => q with { Attendance = AttendanceFilter.Any })).DistanceMetres);
    }

    [Theory, EachEngine]
    public async Task Online_ones_come_last_soonest_first_and_pages_lose_none(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(
            Items.Class("o2", OnlineYoga with { Name = "Online later" }, Items.Tomorrow.AddHours(2)),
            Items.Class("o1", OnlineYoga with { Name = "Online sooner" }),
            Items.Class("far", Items.Described("Headingley", Leeds.Headingley)),
            Items.Class("near", Items.Described("Library")));

        var names = await PagedAsync(test, q => q with { Attendance = AttendanceFilter.Any, Limit = 1 });

        Assert.Equal(["Library", "Headingley", "Online sooner", "Online later"], names);
    }

    [Theory, EachEngine]
    public async Task Online_ones_are_filtered_by_kind_and_activity(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(
            Items.Class("o", OnlineYoga),
            Item.Of("d").Describes(OnDemandEvent, "d", OnlineYoga with { Name = "Boxing film", Activities = [Activities.Boxing] }));

        async Task<IEnumerable<string?>> FindAsync(OpportunityKind kind, Activity activity) =>
            (await test.FindAsync(q => q with { Attendance = AttendanceFilter.Online, Kinds = [kind], Activities = [activity.Id!] })).Select(f => f.Opportunity.Description.Name);

        Assert.Equal(["Boxing film"], await FindAsync(OpportunityKind.OnDemand, Activities.Boxing));
        Assert.Equal(["Online yoga"], await FindAsync(OpportunityKind.Session, Activities.Yoga));
        Assert.Empty(await FindAsync(OpportunityKind.Session, Activities.Boxing));
    }

    [Theory, EachEngine]
    public async Task A_series_that_turns_online_leaves_the_map(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Class(Items.Yoga, Items.Described()));

        await feed.CommitAsync(Items.Class(Items.Yoga, OnlineYoga, modified: 2));

        Assert.Empty(await test.FindAsync());
        Assert.Single(await test.FindAsync(q => q with { Attendance = AttendanceFilter.Online }));
    }

    [Theory, EachEngine]
    public async Task A_record_without_a_place_is_named_among_the_rejected_until_it_has_one(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Class("a", new Description { Name = "Nowhere" }), Items.Class("b", Items.Described("No coordinates", new Place { Name = "Town" })));

        var rejected = (await test.StatusAsync(feed)).Rejected;

        Assert.Equal(["no-coordinates", "no-location"], rejected.Select(r => r.Reason).Order());
        Assert.Contains("Nowhere", rejected.Single(r => r.Reason == "no-location").Example, StringComparison.Ordinal);
        await feed.CommitAsync(Items.Class("a", Items.Described("Somewhere"), modified: 2));
        Assert.Equal("no-coordinates", Assert.Single((await test.StatusAsync(feed)).Rejected).Reason);
        Assert.Equal("Somewhere", (await test.FindOneAsync()).Opportunity.Description.Name);
    }

    [Theory, EachEngine]
    public async Task A_series_that_only_its_sessions_describe_is_named_among_the_rejected_too(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var (sessions, series) = (await test.FeedAsync("sessions"), await test.FeedAsync("series"));
        var nowhere = new Description { Name = "Nowhere" };
        await sessions.CommitAsync(
            Item.Of("1").Embeds(OpportunityType.SessionSeries, Items.Yoga, nowhere).HasSession(Items.Yoga, Items.Tomorrow),
            Item.Of("2").Embeds(OpportunityType.SessionSeries, Items.Yoga, nowhere).HasSession(Items.Yoga, Items.Tomorrow.AddDays(7)));

        var rejected = Assert.Single((await test.StatusAsync(sessions)).Rejected);
        Assert.Equal(("no-location", 1), (rejected.Reason, rejected.Count));

        await series.CommitAsync(Items.Series(description: nowhere));
        Assert.Empty((await test.StatusAsync(sessions)).Rejected);
        Assert.Single((await test.StatusAsync(series)).Rejected);
    }

    [Theory, EachEngine]
    public async Task A_record_that_loses_its_place_is_withdrawn(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Class(Items.Yoga, Items.Described()));

        await feed.CommitAsync(Items.Class(Items.Yoga, new Description { Name = "Yoga" }, modified: 2));

        Assert.IsType<LookUp.Withdrawn>(await test.LookUpAsync(Items.Yoga));
    }

    internal static async Task<List<string?>> PagedAsync(TestStore test, Func<OpportunityQuery, OpportunityQuery> change)
    {
        var names = new List<string?>();
        Position? after = null;
        for (var page = 0; page < 100; page++)
        {
            var found = await test.FindAsync(q => change(q) with { After = after });
            if (found.Count == 0)
                return names;
            names.AddRange(found.Select(f => f.Opportunity.Description.Name));
            after = found[^1].Position;
        }

        throw new InvalidOperationException("Paging does not end.");
    }
}
