using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

public sealed class SessionsOverTimeTests
{
    [Theory, EachEngine]
    public async Task Sessions_that_have_begun_are_never_answered(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow), Items.Session("2", Items.Tomorrow.AddDays(1)));
        var from = test.Time.GetUtcNow();
        test.Time.Advance(TimeSpan.FromHours(26));

        var found = await test.FindOneAsync(q => q with { From = from });

        Assert.Equal(Items.Tomorrow.AddDays(1), Assert.Single(found.Sessions).Start);
        Assert.Single(Assert.IsType<LookUp.Here>(await test.LookUpAsync(Items.Yoga)).Sessions);
    }

    [Theory, EachEngine]
    public async Task A_class_whose_sessions_are_all_over_is_not_found_and_yet_here(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));
        test.Time.Advance(TimeSpan.FromDays(10));

        Assert.Empty(await test.FindAsync());
        Assert.Empty(Assert.IsType<LookUp.Here>(await test.LookUpAsync(Items.Yoga)).Sessions);
    }

    [Theory, EachEngine]
    public async Task Sessions_over_for_two_days_are_removed_and_others_kept(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow), Items.Session("2", Items.Tomorrow.AddDays(5)));
        test.Time.Advance(TimeSpan.FromDays(2.5));
        Assert.Equal(0, await test.Store.RemoveOverAsync(CancellationToken.None));
        test.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await test.Store.RemoveOverAsync(CancellationToken.None));

        Assert.Single((await test.FindOneAsync()).Sessions);
        Assert.Equal(2, (await test.StatusAsync(feed)).ItemsHeld);
        Assert.Equal(0, await test.Store.RemoveOverAsync(CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task A_class_keeps_its_times_published_when_all_were_removed(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));
        test.Time.Advance(TimeSpan.FromDays(10));
        await test.Store.RemoveOverAsync(CancellationToken.None);

        Assert.Empty(await test.FindAsync());
        Assert.True(Assert.IsType<LookUp.Here>(await test.LookUpAsync(Items.Yoga)).Opportunity.TimesPublished);
    }

    [Theory, EachEngine]
    public async Task An_item_that_speaks_only_of_the_past_is_not_stored(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();

        var result = await feed.CommitAsync(Items.Series(), Items.Session("1", TestStore.Start.AddDays(-3)), Items.Session("2", TestStore.Start.AddMinutes(-59)));

        Assert.Equal((2, 1), (result.Kept, result.Over));
        Assert.Equal(2, (await test.StatusAsync(feed)).ItemsHeld);
    }

    [Theory, EachEngine]
    public async Task A_session_moved_into_the_past_is_gone(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));

        await feed.CommitAsync(Items.Session("1", TestStore.Start.AddDays(-3), modified: 2));

        Assert.Empty(await test.FindAsync());
    }

    [Theory, EachEngine]
    public async Task A_cancelled_session_is_listed_and_does_not_make_it_match(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(
            Items.Series(),
            Items.Session("1", Items.Tomorrow, status: SessionStatus.Cancelled),
            Items.Session("2", Items.Tomorrow.AddDays(1), status: SessionStatus.Postponed));
        Assert.Empty(await test.FindAsync());

        await feed.CommitAsync(Items.Session("3", Items.Tomorrow.AddDays(2), status: SessionStatus.Rescheduled));

        Assert.Equal(
            [SessionStatus.Cancelled, SessionStatus.Postponed, SessionStatus.Rescheduled],
            (await test.FindOneAsync()).Sessions.Select(s => s.Status));
    }

    [Theory, EachEngine]
    public async Task The_window_takes_its_first_instant_and_leaves_its_last(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));

        Assert.Single(await test.FindAsync(q => q with { From = Items.Tomorrow, To = Items.Tomorrow.AddSeconds(1) }));
        Assert.Empty(await test.FindAsync(q => q with { To = Items.Tomorrow }));
        Assert.Empty(await test.FindAsync(q => q with { From = Items.Tomorrow.AddSeconds(1) }));
    }

    [Theory, EachEngine]
    public async Task Only_sessions_in_the_window_are_listed_and_no_more_than_asked_for(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series());
        await feed.CommitAsync([.. Enumerable.Range(0, 30).Select(i => Items.Session($"{i}", Items.Tomorrow.AddDays(i)).Build())]);

        Assert.Equal(13, (await test.FindOneAsync(q => q with { SessionsPerItem = 20 })).Sessions.Count);
        var three = (await test.FindOneAsync(q => q with { SessionsPerItem = 3 })).Sessions;
        Assert.Equal([Items.Tomorrow, Items.Tomorrow.AddDays(1), Items.Tomorrow.AddDays(2)], three.Select(s => s.Start));
        Assert.Equal(25, Assert.IsType<LookUp.Here>(await test.LookUpAsync(Items.Yoga, 25)).Sessions.Count);
    }

    [Theory, EachEngine]
    public async Task What_has_no_published_times_is_found_without_sessions_while_its_period_lasts(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Items.Series(description: Items.Described() with { PeriodEnd = TestStore.Start.AddDays(20) }));

        var found = await test.FindOneAsync();
        Assert.False(found.Opportunity.TimesPublished);
        Assert.Empty(found.Sessions);

        test.Time.Advance(TimeSpan.FromDays(21));
        Assert.Empty(await test.FindAsync());
    }

    [Theory, EachEngine]
    public async Task A_session_without_an_end_is_answered_without_one(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var endless = new Harvest.ItemChange
        {
            Id = "1",
            Modified = 1,
            Kind = Harvest.ChangeKind.Updated,
            Sessions = [new Harvest.SessionChange { Subject = SubjectKey.FromId(Items.Yoga), SubjectType = OpportunityType.SessionSeries, Start = Items.Tomorrow, Url = "https://example.org/book/1" }],
        };
        await (await test.FeedAsync()).CommitAsync(Items.Series(), endless);

        var session = Assert.Single((await test.FindOneAsync()).Sessions);
        Assert.Equal((null, null, "https://example.org/book/1"), ((object?)session.End, (object?)session.RemainingPlaces, session.Url));
    }
}
