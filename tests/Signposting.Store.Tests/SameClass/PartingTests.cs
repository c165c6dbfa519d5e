using Signposting.Store.Feeds;
using Signposting.Store.Hiding;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;
using static Signposting.Store.Tests.SameClass.TwoPublishers;

namespace Signposting.Store.Tests.SameClass;

/// <summary>What becomes of a class of two publishers when one of them changes, goes, or is hidden.</summary>
public sealed class PartingTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory, EachEngine]
    public async Task They_part_when_one_is_renamed_and_meet_when_it_has_its_name_again(StoreEngine engine)
    {
        await using var both = await MergedAsync(engine);

        await both.Aggregator.CommitAsync(Weekly(AggregatorsId, Yoga with { Name = "Yin Yoga" }, modified: 2));
        Assert.Equal(["aggregator", "operator"], await both.FoundAsync());
        Assert.Equal(PublicId(AggregatorsId), Assert.IsType<LookUp.Here>(await both.Test.LookUpAsync(AggregatorsId)).Opportunity.Id);

        await both.Aggregator.CommitAsync(Weekly(AggregatorsId, Yoga, modified: 3));
        Assert.Equal(["operator+aggregator"], await both.FoundAsync());
    }

    [Theory, EachEngine]
    public async Task They_part_when_the_one_who_speaks_moves_away(StoreEngine engine)
    {
        await using var both = await MergedAsync(engine);

        await both.Operator.CommitAsync(Weekly(OperatorsId, Yoga with { Place = Leeds.Minster }, modified: 2));

        Assert.Equal(["aggregator", "operator"], await both.FoundAsync());
    }

    [Theory, EachEngine]
    public async Task A_session_alone_parts_them_and_brings_them_together(StoreEngine engine)
    {
        await using var both = await MergedAsync(engine);
        var sessions = await both.Test.FeedAsync("sessions", AggregatorsDataset);

        await sessions.CommitAsync(Items.Session("extra", Items.Tomorrow.AddDays(1), AggregatorsId));
        Assert.Equal(["aggregator", "operator"], await both.FoundAsync());

        await sessions.CommitAsync(Item.Tombstone("extra", 2));
        Assert.Equal(["operator+aggregator"], await both.FoundAsync());
    }

    [Theory, EachEngine]
    public async Task What_is_withdrawn_leaves_the_other_alone(StoreEngine engine)
    {
        await using var both = await MergedAsync(engine);

        await both.Operator.CommitAsync(Item.Tombstone(OperatorsId, 2));

        Assert.Equal(["aggregator"], await both.FoundAsync());
        Assert.IsType<LookUp.Withdrawn>(await both.Test.LookUpAsync(OperatorsId));
        Assert.Single(Assert.IsType<LookUp.Here>(await both.Test.LookUpAsync(AggregatorsId)).Opportunity.Provenance);
    }

    [Theory, EachEngine]
    public async Task While_a_feed_is_gone_the_other_stands_alone(StoreEngine engine)
    {
        await using var both = await MergedAsync(engine);
        await both.Test.Store.NoteGoneAsync(both.Operator.Id, Cancel);
        both.Test.Time.Advance(TimeSpan.FromMinutes(10));
        await both.Test.Store.NoteGoneAsync(both.Operator.Id, Cancel);

        await both.Test.Store.ConcealFeedAsync(both.Operator.Id, Cancel);
        Assert.Equal(["aggregator"], await both.FoundAsync());

        await both.Test.Store.ReportFeedAsync(both.Operator.Id, new FeedReport { State = FeedState.Waiting, Reached = true }, Cancel);
        await both.Test.Store.DeriveWaitingAsync(Cancel);
        Assert.Equal(["operator+aggregator"], await both.FoundAsync());
    }

    [Theory, EachEngine]
    public async Task Hiding_either_hides_both_and_unhiding_shows_both(StoreEngine engine)
    {
        await using var both = await MergedAsync(engine);
        foreach (var id in new[] { OperatorsId, AggregatorsId })
        {
            await HideAsync(both, HiddenKind.Opportunity, PublicId(id));
            Assert.Empty(await both.FoundAsync());
            Assert.IsType<LookUp.Hidden>(await both.Test.LookUpAsync(OperatorsId));
            Assert.IsType<LookUp.Hidden>(await both.Test.LookUpAsync(AggregatorsId));
            Assert.Equal(2, (await both.Test.Store.ListHiddenAsync(Cancel)).Count);

            await both.Test.Store.UnhideAsync(HiddenKind.Opportunity, PublicId(id), Cancel);
            Assert.Equal(["operator+aggregator"], await both.FoundAsync());
        }
    }

    [Theory, EachEngine]
    public async Task What_was_hidden_does_not_come_back_by_the_other_record_when_they_part(StoreEngine engine)
    {
        await using var both = await MergedAsync(engine);
        await HideAsync(both, HiddenKind.Opportunity, PublicId(OperatorsId));

        await both.Operator.CommitAsync(Item.Tombstone(OperatorsId, 2));

        Assert.Empty(await both.FoundAsync());
    }

    [Theory, EachEngine]
    public async Task What_turns_out_to_be_of_a_hidden_class_is_hidden_by_itself_with_the_same_reason(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.Operator.CommitAsync(Weekly(OperatorsId, Yoga));
        await HideAsync(both, HiddenKind.Opportunity, PublicId(OperatorsId));

        await both.Aggregator.CommitAsync(Weekly(AggregatorsId, Yoga));
        await both.Operator.CommitAsync(Item.Tombstone(OperatorsId, 2));
        both.Test.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(await both.FoundAsync());
        var hidden = (await both.Test.Store.ListHiddenAsync(Cancel)).Single(h => h.Target == PublicId(AggregatorsId));
        Assert.Equal(("a complaint", $"same class as {PublicId(OperatorsId)}"), (hidden.Reason, hidden.By));
    }

    [Theory, EachEngine]
    public async Task Hiding_the_organiser_that_one_names_or_the_feed_of_one_hides_both(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.PublishAsync(Weekly(OperatorsId, Yoga with { Organizer = null, Text = "For all.", IsCoached = true }), Weekly(AggregatorsId, Yoga));
        Assert.Equal(["operator+aggregator"], await both.FoundAsync());

        foreach (var (kind, target) in new[] { (HiddenKind.Organizer, "ACTIVE leeds"), (HiddenKind.Feed, both.Aggregator.Url) })
        {
            await HideAsync(both, kind, target);
            Assert.Empty(await both.FoundAsync());
            await both.Test.Store.UnhideAsync(kind, target, Cancel);
            Assert.Single(await both.FoundAsync());
        }
    }

    [Theory, EachEngine]
    public async Task Unhiding_an_organiser_brings_back_what_was_hidden_by_itself_unless_another_entry_hides_it(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.Aggregator.CommitAsync(Weekly("another of theirs", Yoga));
        await HideAsync(both, HiddenKind.Organizer, "Active Leeds");
        await both.Aggregator.CommitAsync(Item.Tombstone("another of theirs", 2));
        await both.PublishAsync(Weekly(OperatorsId, Yoga with { Organizer = null, Text = "For all.", IsCoached = true }), Weekly(AggregatorsId, Yoga));
        await HideAsync(both, HiddenKind.Opportunity, PublicId(AggregatorsId));
        Assert.Empty(await both.FoundAsync());

        await both.Test.Store.UnhideAsync(HiddenKind.Organizer, "active leeds", Cancel);
        Assert.Empty(await both.FoundAsync());

        await both.Test.Store.UnhideAsync(HiddenKind.Opportunity, PublicId(AggregatorsId), Cancel);
        await HideAsync(both, HiddenKind.Organizer, "Active Leeds");
        await both.Operator.CommitAsync(Weekly(OperatorsId, Yoga with { Name = "Other", Organizer = null }, modified: 2));
        await both.Operator.CommitAsync(Weekly(OperatorsId, Yoga with { Organizer = null }, modified: 3));
        Assert.Equal(2, (await both.Test.Store.ListHiddenAsync(Cancel)).Count);
        await both.Test.Store.UnhideAsync(HiddenKind.Organizer, "active leeds", Cancel);

        Assert.Empty(await both.Test.Store.ListHiddenAsync(Cancel));
        Assert.Single(await both.FoundAsync());
    }

    private static async Task<TwoPublishers> MergedAsync(StoreEngine engine)
    {
        var both = await OpenAsync(engine);
        await both.PublishAsync(Weekly(OperatorsId, Yoga), Weekly(AggregatorsId, Yoga));
        Assert.Equal(["operator+aggregator"], await both.FoundAsync());
        return both;
    }

    private static async Task HideAsync(TwoPublishers both, HiddenKind kind, string target) => Assert.True(
        await both.Test.Store.HideAsync(new Hidden { Kind = kind, Target = target, Reason = "a complaint", By = "tester", At = TestStore.Start }, Cancel));
}
