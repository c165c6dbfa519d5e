using Signposting.Store.Feeds;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Failures;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests.Lifecycle;

/// <summary>Reading a feed again from its start, as mark and sweep.</summary>
public sealed class ResyncTests
{
    private const string Reason = ResyncReasons.TombstonesMissed;

    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory, EachEngine]
    public async Task What_is_not_met_again_is_swept_at_the_end_and_not_before(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await FilledAsync(test);
        await BeginAsync(test, feed);
        await feed.CommitAsync(Items.Series());
        Assert.Equal(0, await test.Store.SweepFeedAsync(feed.Id, Cancel));
        Assert.Equal(3, (await test.FindOneAsync()).Sessions.Count);

        await feed.CommitLastAsync(Items.Session("2", Items.Tomorrow.AddHours(2)));
        var swept = await test.Store.SweepFeedAsync(feed.Id, Cancel);

        Assert.Equal(2, swept);
        Assert.Equal(Items.Tomorrow.AddHours(2), Assert.Single((await test.FindOneAsync()).Sessions).Start);
        Assert.Equal((ResyncPhase.None, null), ((await test.StatusAsync(feed)).Resync, (await test.StatusAsync(feed)).ResyncReason));
    }

    [Theory, EachEngine]
    public async Task A_series_that_is_swept_is_withdrawn(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await FilledAsync(test);
        await BeginAsync(test, feed);

        await feed.CommitLastAsync();
        await test.Store.SweepFeedAsync(feed.Id, Cancel);

        Assert.Empty(await test.FindAsync());
        Assert.IsType<LookUp.Withdrawn>(await test.LookUpAsync(Items.Yoga));
    }

    [Theory, EachEngine]
    public async Task Another_process_goes_on_where_one_was_killed(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await FilledAsync(test);
        await BeginAsync(test, feed);
        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));

        var other = await test.OpenAnotherAsync();
        var known = (await other.FindFeedAsync(feed.Url, Cancel))!;
        Assert.Equal((ResyncPhase.Reading, feed.Cursor), (known.Resync, known.Cursor));
        var last = new PageOf(known).Last(Items.Session("2", Items.Tomorrow.AddHours(2)));
        await other.CommitPageAsync(last, Cancel);

        Assert.Equal(1, await other.SweepFeedAsync(feed.Id, Cancel));
        Assert.Equal(2, (await test.FindOneAsync()).Sessions.Count);
    }

    [Theory, EachEngine]
    public async Task A_failure_at_any_operation_of_a_sweep_ends_in_the_same_answers(StoreEngine engine)
    {
        for (var (operation, hasFailed) = (1, true); hasFailed; operation++)
        {
            await using var test = await TestStore.OpenAsync(engine);
            var feed = await FilledAsync(test);
            await BeginAsync(test, feed);
            await feed.CommitLastAsync(Items.Series(), Items.Session("2", Items.Tomorrow.AddHours(2)));
            hasFailed = await SweepFailingAsync(test, feed.Id, operation);

            await test.Store.SweepFeedAsync(feed.Id, Cancel);

            Assert.Single((await test.FindOneAsync()).Sessions);
            Assert.Equal(2, (await test.StatusAsync(feed)).ItemsHeld);
            Assert.True(operation < 100);
        }
    }

    [Theory, EachEngine]
    public async Task One_within_a_week_is_only_wanted(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await FilledAsync(test);
        await BeginAsync(test, feed);
        await feed.CommitLastAsync(Items.Series());
        await test.Store.SweepFeedAsync(feed.Id, Cancel);

        test.Time.Advance(TimeSpan.FromDays(6));
        var early = await test.Store.BeginResyncAsync(feed.Id, Reason, Cancel);

        var waiting = (await test.Store.FindFeedAsync(feed.Url, Cancel))!;
        Assert.Equal((false, feed.Cursor, ResyncPhase.None, Reason), (early, waiting.Cursor, waiting.Resync, waiting.ResyncReason));
        test.Time.Advance(TimeSpan.FromDays(1));
        Assert.True(await test.Store.BeginResyncAsync(feed.Id, Reason, Cancel));
    }

    [Theory, EachEngine]
    public async Task A_page_older_throughout_than_the_one_before_is_a_jump_back(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(modified: 10), Items.Session("1", Items.Tomorrow, modified: 12));
        var overlapping = await feed.CommitAsync(Items.Session("2", Items.Tomorrow, modified: 11));
        var back = await feed.CommitAsync(Items.Session("3", Items.Tomorrow, modified: 5));

        Assert.Equal((false, true), (overlapping.JumpedBack, back.JumpedBack));
        var status = await test.StatusAsync(feed);
        Assert.Equal((TestStore.Start, ResyncReasons.JumpedBack), (status.JumpedBackAt!.Value, status.ResyncReason));
        Assert.Equal("jumped-back", FeedAdvice.Notice(status)?.Code);
    }

    private static async Task<TestFeed> FilledAsync(TestStore test)
    {
        var feed = await test.FeedAsync();
        await feed.CommitLastAsync(
            Items.Series(), Items.Session("1", Items.Tomorrow), Items.Session("2", Items.Tomorrow.AddHours(2)), Items.Session("3", Items.Tomorrow.AddHours(3)));
        return feed;
    }

    private static async Task BeginAsync(TestStore test, TestFeed feed)
    {
        Assert.True(await test.Store.BeginResyncAsync(feed.Id, Reason, Cancel));
        feed.StartOver();
    }

    private static async Task<bool> SweepFailingAsync(TestStore test, long feedId, int operation)
    {
        var fuse = new Fuse();
        await using var failing = await SpatialStore.OpenAsync(new FailingEngine(Engines.Create(test.Options), fuse), test.Time, Cancel);
        fuse.Set(operation);
        try
        {
            await failing.SweepFeedAsync(feedId, Cancel);
            return false;
        }
        catch (InjectedException)
        {
            return true;
        }
    }
}
