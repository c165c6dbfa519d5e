using Signposting.Store.Feeds;
using Signposting.Store.Hiding;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;
using static Signposting.Store.Tests.SameClass.TwoPublishers;

namespace Signposting.Store.Tests.SameClass;

/// <summary>An aggregator that publishes the operator's records with the operator's own <c>@id</c> (docs/decisions/0018).</summary>
public sealed class OneIdTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory, EachEngine]
    public async Task It_is_one_result_with_two_provenances_whichever_comes_first(StoreEngine engine)
    {
        foreach (var operatorFirst in new[] { true, false })
        {
            await using var both = await OpenAsync(engine);
            await (operatorFirst ? both.Operator : both.Aggregator).CommitAsync(Weekly(OperatorsId, Yoga));
            await (operatorFirst ? both.Aggregator : both.Operator).CommitAsync(Weekly(OperatorsId, Yoga));

            var found = await both.Test.FindOneAsync();

            Assert.Equal([OperatorsDataset, AggregatorsDataset], found.Opportunity.Provenance.Select(p => p.Dataset));
            Assert.Equal((PublicId(OperatorsId), 2), (found.Opportunity.Id, found.Sessions.Count));
            Assert.Equal(2, found.Opportunity.Provenance.Select(p => p.Id).Distinct().Count());
        }
    }

    [Theory, EachEngine]
    public async Task When_one_withdraws_it_the_other_has_its_id_and_every_id_that_was_shown_leads_there(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.PublishAsync(Weekly(OperatorsId, Yoga), Weekly(OperatorsId, Yoga));
        var shown = (await both.Test.FindOneAsync()).Opportunity.Provenance.Select(p => p.Id).ToList();

        await both.Operator.CommitAsync(Item.Tombstone(OperatorsId, 2));

        Assert.Equal(["aggregator"], await both.FoundAsync());
        foreach (var id in shown)
            Assert.Equal(PublicId(OperatorsId), Assert.IsType<LookUp.Here>(await both.Test.Store.FindAsync(id, TestStore.Start, 5, Cancel)).Opportunity.Id);
        await both.Operator.CommitAsync(Weekly(OperatorsId, Yoga, modified: 3));
        Assert.Equal(["operator+aggregator"], await both.FoundAsync());
        await both.Operator.CommitAsync(Item.Tombstone(OperatorsId, 4));
        await both.Aggregator.CommitAsync(Item.Tombstone(OperatorsId, 4));
        foreach (var id in shown)
            Assert.IsType<LookUp.Withdrawn>(await both.Test.Store.FindAsync(id, TestStore.Start, 5, Cancel));
    }

    [Theory, EachEngine]
    public async Task While_the_first_ones_feed_is_gone_the_id_leads_to_the_other_even_where_nothing_can_be_compared(StoreEngine engine)
    {
        foreach (var description in new[] { Yoga, Yoga with { Attendance = AttendanceMode.Mixed } })
        {
            await using var both = await OpenAsync(engine);
            await both.PublishAsync(Weekly(OperatorsId, description), Weekly(OperatorsId, description));
            await both.Test.Store.NoteGoneAsync(both.Operator.Id, Cancel);
            both.Test.Time.Advance(TimeSpan.FromMinutes(10));
            await both.Test.Store.NoteGoneAsync(both.Operator.Id, Cancel);

            await both.Test.Store.ConcealFeedAsync(both.Operator.Id, Cancel);
            await both.Test.Store.DeriveWaitingAsync(Cancel);

            Assert.Equal(["aggregator"], await both.FoundAsync());
            Assert.IsType<LookUp.Here>(await both.Test.LookUpAsync(OperatorsId));
            await both.Test.Store.ReportFeedAsync(both.Operator.Id, new FeedReport { State = FeedState.Waiting, Reached = true }, Cancel);
            await both.Test.Store.DeriveWaitingAsync(Cancel);
            Assert.StartsWith("operator", Assert.Single(await both.FoundAsync()), StringComparison.Ordinal);
        }
    }

    [Theory, EachEngine]
    public async Task A_copy_that_lags_behind_is_the_same_and_one_that_says_other_times_is_not(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        var sessions = await both.Test.FeedAsync("sessions", AggregatorsDataset);
        await both.PublishAsync(Weekly(OperatorsId, Yoga, weeks: 3), Items.Series(OperatorsId, Yoga));
        Assert.Equal(["operator+aggregator"], await both.FoundAsync());

        await sessions.CommitAsync(Items.Session("1", Items.Tomorrow.AddDays(7), OperatorsId));
        Assert.Equal(["operator+aggregator"], await both.FoundAsync());

        await sessions.CommitAsync(Items.Session("2", Items.Tomorrow.AddDays(1), OperatorsId));
        Assert.Equal(["aggregator", "operator"], await both.FoundAsync());
    }

    [Theory, EachEngine]
    public async Task At_another_place_it_is_another_class_and_elsewhere_by_another_name_the_first_ones_counts(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.PublishAsync(Weekly(OperatorsId, Yoga), Weekly(OperatorsId, Yoga with { Place = Leeds.Minster }));
        Assert.Equal(["aggregator", "operator"], await both.FoundAsync());
        Assert.Equal("operator", Datasets(await HereAsync(both, PublicId(OperatorsId))));

        await both.Aggregator.CommitAsync(Weekly(OperatorsId, Yoga with { Name = "Stretching" }, modified: 2));
        Assert.Equal(["operator"], await both.FoundAsync());
    }

    [Theory, EachEngine]
    public async Task What_is_hidden_does_not_come_back_by_a_copy_not_even_at_another_place(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.Operator.CommitAsync(Weekly(OperatorsId, Yoga));
        await both.Test.Store.HideAsync(new Hidden { Kind = HiddenKind.Opportunity, Target = PublicId(OperatorsId), Reason = "a complaint", By = "tester", At = TestStore.Start }, Cancel);

        await both.Aggregator.CommitAsync(Weekly(OperatorsId, Yoga with { Place = Leeds.Minster }));
        both.Test.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(await both.FoundAsync());
        await both.Operator.CommitAsync(Item.Tombstone(OperatorsId, 2));
        Assert.Empty(await both.FoundAsync());
        await both.Operator.CommitAsync(Weekly(OperatorsId, Yoga, modified: 3));

        await both.Test.Store.UnhideAsync(HiddenKind.Opportunity, PublicId(OperatorsId), Cancel);
        Assert.Equal(["aggregator", "operator"], await both.FoundAsync());
    }

    private static async Task<Found> HereAsync(TwoPublishers both, string id) => (await both.Test.FindAsync()).Single(found => found.Opportunity.Id == id);
}
