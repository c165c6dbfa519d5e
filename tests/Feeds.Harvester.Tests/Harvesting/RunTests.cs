using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Tests.Support;
using Microsoft.Extensions.Logging;
using Signposting.Store.Feeds;
using Xunit;

namespace Feeds.Harvester.Tests.Harvesting;

/// <summary>Harvesting for ever, on a clock whose short waits are over at once.</summary>
public sealed class RunTests
{
    [Fact]
    public async Task A_feed_is_polled_at_its_end_and_what_is_new_is_kept()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnSite("/site", "/feed");
        test.Server.On("/feed", test.Page("/feed?end", HarvestFixture.Series(1)));
        test.Server.On("/feed?end", test.Page("/feed?end"), test.Page("/feed?end"), test.Page("/feed?later", HarvestFixture.Series(2)));
        test.Server.On("/feed?later", test.Page("/feed?later"));

        await RunUntilAsync(test, () => test.Server.Count("/feed?later") > 2, "/site");

        Assert.Equal(2, test.Progress.Totals().Kept);
        Assert.Equal(1, test.Server.Count("/feed"));
    }

    [Fact]
    public async Task A_broken_feed_is_tried_again_later_and_does_not_hold_up_another()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnSite("/site", "/good", "/bad");
        test.OnShortFeed("/good", HarvestFixture.Series(1));
        test.Server.On("/bad", Reply.Html("<html>"), test.Page("/bad?end", HarvestFixture.Series(2)));
        test.Server.On("/bad?end", test.Page("/bad?end"));

        await RunUntilAsync(test, () => test.Server.Count("/bad?end") > 1, "/site", TimeSpan.FromSeconds(30));

        Assert.True(test.Server.Count("/good?end") > 1);
        Assert.Equal(2, test.Progress.Totals().Kept);
    }

    [Fact]
    public async Task Feeds_of_a_site_that_cannot_be_read_at_the_moment_are_polled_all_the_same()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnSite("/site", "/feed");
        test.OnShortFeed("/feed", HarvestFixture.Series(1));
        await test.HarvestAsync("/site");
        var asked = test.Server.Count("/feed?end");
        test.Server.On("/site", Reply.Status(404));

        await RunUntilAsync(test, () => test.Server.Count("/feed?end") > asked + 1, "/site");

        Assert.Equal(FeedState.Waiting, (await test.StatusAsync("/feed")).State);
        Assert.Single(test.Progress.SourceProblems);
    }

    [Fact]
    public async Task A_source_that_comes_back_is_harvested()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.Server.On("/feed", Reply.Status(404), test.Page("/feed?end", HarvestFixture.Series(1)));
        test.Server.On("/feed?end", test.Page("/feed?end"));

        await RunUntilAsync(test, () => test.Server.Count("/feed?end") > 0, "/feed", TimeSpan.FromSeconds(1));

        Assert.Equal(1, test.Progress.Totals().Feeds);
    }

    [Fact]
    public async Task A_bare_feed_that_ends_in_404_is_hidden_and_then_removed_also_by_a_program_that_was_started_after_it_went()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnShortFeed("/feed", HarvestFixture.Series(1));
        await test.HarvestAsync("/feed");
        test.Server.On("/feed", Reply.Status(404));
        test.Server.On("/feed?end", Reply.Status(404));

        var started = test.Time.GetUtcNow();
        await RunUntilAsync(test, () => Status(test).IsConcealed, "/feed", TimeSpan.FromSeconds(20));
        var hidden = Status(test);
        var hiddenAfter = test.Time.GetUtcNow() - started;
        await RunUntilAsync(test, () => Status(test).PurgedAt is not null, "/feed", TimeSpan.FromMinutes(2));

        Assert.Equal((FeedState.Gone, 1L), (hidden.State, hidden.ItemsHeld));
        Assert.InRange(hiddenAfter, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30));
        Assert.Equal((FeedState.Gone, 0L), (Status(test).State, Status(test).ItemsHeld));
        Assert.InRange(Status(test).PurgedAt!.Value - started, TimeSpan.FromHours(6), TimeSpan.FromHours(8));
    }

    [Fact]
    public async Task Pages_that_are_read_again_after_another_harvester_was_faster_are_no_circle()
    {
        await using var test = await HarvestFixture.StartAsync();
        var answer = new TaskCompletionSource();
        var log = new LoggedEvents();
        test.Server.On("/feed", test.Page("/feed?2", HarvestFixture.Series(1)));
        test.Server.On("/feed?2", Reply.After(answer.Task, test.Page("/feed?3", HarvestFixture.Series(2))));
        test.Server.On("/feed?faster", test.Page("/feed?3", HarvestFixture.Series(2)));
        test.Server.On("/feed?3", test.Page("/feed?4", HarvestFixture.Series(3)));
        test.Server.On("/feed?4", test.Page("/feed?4"));

        await RunUntilAsync(test, HasEndedAfterMove, "/feed", log: log);

        Assert.Equal(1, test.Server.Count("/feed?faster"));
        Assert.DoesNotContain(log.Messages, message => message.Contains("loop", StringComparison.Ordinal));

        bool HasEndedAfterMove()
        {
            if (!answer.Task.IsCompleted && test.Server.Count("/feed?2") > 0 && test.Store.FindFeedAsync(test.Server.Url("/feed"), CancellationToken.None).GetAwaiter().GetResult()?.Cursor is not null)
            {
                test.CommitAsync("/feed", test.Server.Url("/feed?faster")).GetAwaiter().GetResult();
                answer.SetResult();
            }

            return test.Server.Count("/feed?faster") > 0 && test.Server.Count("/feed?4") > 3;
        }
    }

    private static FeedStatus Status(HarvestFixture test) => test.StatusAsync("/feed").GetAwaiter().GetResult();

    /// <summary>Runs until something has happened. Every wait that is skipped moves the clock. Where the harvester has
    /// nothing to do but wait for a minute, each look of ours moves it too, by <paramref name="step"/>.</summary>
    private static async Task RunUntilAsync(HarvestFixture test, Func<bool> hasHappened, string target, TimeSpan step = default, ILogger? log = null)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var options = test.Options(target);
        // Requests keep real time: skipping one feed's polls must not run out another's answer.
        options = options with { Http = options.Http with { Time = TimeProvider.System }, Logger = log ?? options.Logger };
        var run = FeedHarvester.RunAsync(options, test.Store, test.Progress, stop.Token);
        while (!hasHappened() && !run.IsCompleted)
        {
            if (step > TimeSpan.Zero)
                test.Time.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }
}
