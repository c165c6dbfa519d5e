using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;
using static Signposting.Store.Tests.SameClass.TwoPublishers;

namespace Signposting.Store.Tests.SameClass;

/// <summary>The same class from an operator and an aggregator (docs/decisions/0018).</summary>
public sealed class MergingTests
{
    [Theory, EachEngine]
    public async Task What_place_time_and_name_prove_is_one_result_with_two_provenances(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.PublishAsync(Weekly(OperatorsId, Yoga), Weekly(AggregatorsId, Yoga with { Name = "GENTLE yoga!", Place = North(30), Organizer = null }));

        var found = await both.Test.FindOneAsync();

        Assert.Equal([OperatorsDataset, AggregatorsDataset], found.Opportunity.Provenance.Select(p => p.Dataset));
        Assert.Equal([PublicId(OperatorsId), PublicId(AggregatorsId)], found.Opportunity.Provenance.Select(p => p.Id));
        Assert.Equal([Items.Tomorrow, Items.Tomorrow.AddDays(7)], found.Sessions.Select(s => s.Start));
        Assert.Equal("Gentle Yoga", found.Opportunity.Description.Name);
    }

    [Theory, EachEngine]
    public async Task Both_ids_lead_to_it(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.PublishAsync(Weekly(OperatorsId, Yoga), Weekly(AggregatorsId, Yoga));

        foreach (var id in new[] { OperatorsId, AggregatorsId })
        {
            var here = Assert.IsType<LookUp.Here>(await both.Test.LookUpAsync(id));
            Assert.Equal((PublicId(OperatorsId), 2, 3), (here.Opportunity.Id, here.Opportunity.Provenance.Count, here.Sessions.Count));
        }
    }

    [Theory, EachEngine]
    public async Task It_is_there_once_in_every_order_and_on_every_page(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.PublishAsync(Weekly(OperatorsId, Yoga), Weekly(AggregatorsId, Yoga));
        await both.Operator.CommitAsync(Weekly("other 1", Items.Described("Pilates")), Weekly("other 2", Items.Described("Judo", Leeds.Minster)));

        foreach (var sort in Enum.GetValues<SortOrder>())
        {
            var ids = new List<string>();
            for (Position? after = null; await both.Test.FindAsync(q => q with { Sort = sort, Limit = 1, After = after }) is [var found]; after = found.Position)
                ids.Add(found.Opportunity.Id);
            Assert.Equal(new[] { PublicId(OperatorsId), PublicId("other 1"), PublicId("other 2") }.Order(), ids.Order());
        }
    }

    [Theory, EachEngine]
    public async Task Who_runs_it_speaks_although_another_says_more(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.PublishAsync(Weekly(OperatorsId, Yoga), Weekly(AggregatorsId, Yoga with { Text = "For all.", IsCoached = true, Offers = [new Offer { Price = 9 }] }));

        var found = await both.Test.FindOneAsync(q => q with { Filters = new OpportunityFilters { MaxPrice = 5 } });

        Assert.Equal((PublicId(OperatorsId), null, null), (found.Opportunity.Id, found.Opportunity.Description.Text, found.Opportunity.Description.Offers));
        Assert.Equal(Unstated.MaxPrice, found.Unstated);
    }

    [Theory, EachEngine]
    public async Task Where_neither_runs_it_who_says_more_speaks(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        var club = Yoga with { Organizer = new Organizer { Name = "Yoga Club" } };
        await both.PublishAsync(Weekly(OperatorsId, club), Weekly(AggregatorsId, club with { Text = "For all." }));

        Assert.Equal(PublicId(AggregatorsId), (await both.Test.FindOneAsync()).Opportunity.Id);
    }

    [Theory, EachEngine]
    public async Task Who_looks_further_ahead_speaks_so_that_no_session_is_lost(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.PublishAsync(Weekly(OperatorsId, Yoga, weeks: 2), Weekly(AggregatorsId, Yoga, weeks: 4));

        var here = Assert.IsType<LookUp.Here>(await both.Test.LookUpAsync(OperatorsId));

        Assert.Equal((PublicId(AggregatorsId), 4), (here.Opportunity.Id, here.Sessions.Count));
        both.Test.Time.Advance(TimeSpan.FromDays(14));
        Assert.Equal("aggregator+operator", Assert.Single(await both.FoundAsync()));
    }

    [Theory, EachEngine]
    public async Task What_the_speaker_calls_off_is_off(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.PublishAsync(Weekly(OperatorsId, Yoga, first: SessionStatus.Cancelled), Weekly(AggregatorsId, Yoga));

        Assert.Equal([SessionStatus.Cancelled, SessionStatus.Scheduled], (await both.Test.FindOneAsync()).Sessions.Select(s => s.Status));
    }

    [Theory, EachEngine]
    public async Task The_same_address_makes_up_for_a_position_that_is_a_little_off(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.PublishAsync(
            Weekly(OperatorsId, Yoga with { Place = North(0, postcode: "LS1 3AB", address: "1 Calverley Street") }),
            Weekly(AggregatorsId, Yoga with { Place = North(120, "Library", "LS1 3AB", "1, Calverley Street") }));

        Assert.Equal(["operator+aggregator"], await both.FoundAsync());
    }

    [Theory, EachEngine]
    public async Task Sessions_that_come_later_prove_it(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        var sessions = await both.Test.FeedAsync("sessions", AggregatorsDataset);
        await both.PublishAsync(Weekly(OperatorsId, Yoga, weeks: 2), Items.Series(AggregatorsId, Yoga));
        Assert.Equal(["aggregator", "operator"], await both.FoundAsync());

        await sessions.CommitAsync(Items.Session("1", Items.Tomorrow.AddDays(7), AggregatorsId));
        Assert.Equal(["aggregator", "operator"], await both.FoundAsync());

        await sessions.CommitAsync(Items.Session("2", Items.Tomorrow, AggregatorsId));
        Assert.Equal(["operator+aggregator"], await both.FoundAsync());
    }

    [Theory, EachEngine]
    public async Task A_third_publisher_joins(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.PublishAsync(Weekly(OperatorsId, Yoga), Weekly(AggregatorsId, Yoga));

        await (await both.Test.FeedAsync("series", "https://council.example/openactive")).CommitAsync(Weekly("https://council.example/7", Yoga));

        Assert.Equal(["operator+aggregator+council"], await both.FoundAsync());
    }
}
