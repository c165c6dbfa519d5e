using Signposting.Store.Feeds;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests.Lifecycle;

public sealed class StallTests
{
    [Theory, EachEngine]
    public async Task A_feed_that_has_said_nothing_new_for_five_days_is_stalled_until_it_does(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitLastAsync(Items.Series());
        test.Time.Advance(TimeSpan.FromDays(5));
        var quiet = await test.StatusAsync(feed);
        test.Time.Advance(TimeSpan.FromMinutes(1));
        await test.Store.ReportFeedAsync(feed.Id, new FeedReport { State = FeedState.Waiting, Reached = true }, CancellationToken.None);

        var stalled = await test.StatusAsync(feed);
        await feed.CommitAsync(Items.Series(modified: 2));

        Assert.Equal((FeedState.Waiting, FeedState.Stalled), (quiet.State, stalled.State));
        Assert.Contains("nothing new since 2026-11-22", FeedAdvice.Notice(stalled)!.Text, StringComparison.Ordinal);
        Assert.Equal(FeedState.Waiting, (await test.StatusAsync(feed)).State);
    }

    [Theory]
    [InlineData("http-404", true)]
    [InlineData("http-503", true)]
    [InlineData("tls", true)]
    [InlineData("never heard of", false)]
    public void A_fault_code_comes_with_what_an_operator_can_do(string code, bool isKnown) => Assert.Equal(isKnown, FeedAdvice.For(code) is not null);
}
