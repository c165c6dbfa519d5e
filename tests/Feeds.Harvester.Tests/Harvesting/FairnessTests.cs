using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Http;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.Harvesting;

/// <summary>Many feeds: a bounded number at once, and every one has its turn.</summary>
public sealed class FairnessTests
{
    private const int Feeds = 40;
    private const int AtOnce = 3;

    [Fact]
    public async Task No_more_feeds_than_allowed_are_read_at_once_and_all_are_read()
    {
        await using var test = await HarvestFixture.StartAsync();
        var answer = new TaskCompletionSource();
        string[] feeds = [.. Enumerable.Range(0, Feeds).Select(i => $"/feed{i}")];
        test.OnSite("/site", feeds);
        foreach (var feed in feeds)
        {
            test.Server.On(feed, Reply.After(answer.Task, test.Page($"{feed}?end")));
            test.Server.On($"{feed}?end", test.Page($"{feed}?end"));
        }

        var progress = new HarvestProgress();
        var harvest = FeedHarvester.HarvestOnceAsync(test.Options("/site") with { MaxFeedsAtOnce = AtOnce }, test.Store, progress, CancellationToken.None);
        while (feeds.Sum(test.Server.Count) < AtOnce || progress.Feeds.Count < Feeds)
            await Task.Yield();
        var asked = feeds.Sum(test.Server.Count);
        answer.SetResult();
        await harvest;

        Assert.Equal(AtOnce, asked);
        Assert.True(progress.IsComplete);
        Assert.Equal(Feeds, progress.Totals().AtEnd);
    }

    [Fact]
    public async Task A_host_with_many_silent_feeds_leaves_places_to_the_others()
    {
        await using var test = await HarvestFixture.StartAsync();
        await using var other = ScriptedServer.Start();
        var silence = new TaskCompletionSource();
        string[] silent = [.. Enumerable.Range(0, Feeds).Select(i => $"/silent{i}")];
        test.OnSite("/site", silent);
        foreach (var feed in silent)
        {
            test.Server.On(feed, Reply.After(silence.Task, test.Page($"{feed}?end")));
            test.Server.On($"{feed}?end", test.Page($"{feed}?end"));
        }

        foreach (var feed in Enumerable.Range(0, Feeds).Select(i => $"/good{i}"))
        {
            other.On(feed, Reply.Json(RpdeText.Page(other.Url($"{feed}?end"))));
            other.On($"{feed}?end", Reply.Json(RpdeText.Page(other.Url($"{feed}?end"))));
        }

        var progress = new HarvestProgress();
        var options = test.Options("/site") with
        {
            Sources = [test.Server.Url("/site"), .. Enumerable.Range(0, Feeds).Select(i => other.Url($"/good{i}"))],
            TrustedOrigins = TrustedOrigins.Parse([test.Server.Origin, other.Origin]),
            MaxFeedsAtOnce = 4,
        };
        var harvest = FeedHarvester.HarvestOnceAsync(options, test.Store, progress, CancellationToken.None);
        while (progress.Totals().AtEnd < Feeds)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
        var isOver = harvest.IsCompleted;
        silence.SetResult();
        await harvest;

        Assert.False(isOver);
        Assert.Equal(2 * Feeds, progress.Totals().AtEnd);
    }
}
