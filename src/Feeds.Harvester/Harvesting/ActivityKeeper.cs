using Feeds.Harvester.Http;
using Feeds.Harvester.Vocabularies;
using Microsoft.Extensions.Logging;

namespace Feeds.Harvester.Harvesting;

/// <summary>Keeps the activity list fresh beside the harvest: once a day, and sooner while it cannot be read.</summary>
internal sealed class ActivityKeeper(ActivityVocabulary activities, FeedHttp http, HarvesterOptions options)
{
    private static readonly TimeSpan BetweenReads = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestHoldUp = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until the list was read for the first time, or could not be, but for ten seconds at most: items are
    /// normalised with the list of their day.</summary>
    public async Task AwaitFirstAsync(CancellationToken cancel)
    {
        try
        {
            await first.Task.WaitAsync(LongestHoldUp, options.Time, cancel);
        }
        catch (TimeoutException)
        {
            // The list that was read last, or the one built in, will do.
        }
    }

    /// <summary>Reads the list now, and again and again until cancelled.</summary>
    public async Task KeepAsync(CancellationToken cancel)
    {
        for (var failures = 0; ;)
        {
            failures = await RefreshAsync(cancel) ? 0 : failures + 1;
            first.TrySetResult();
            var now = options.Time.GetUtcNow();
            await Task.Delay(failures == 0 ? BetweenReads : Waits.NextTry(null, failures, now, options.Http.Random) - now, options.Time, cancel);
        }
    }

    private async Task<bool> RefreshAsync(CancellationToken cancel)
    {
        try
        {
            if (await activities.RefreshAsync(http, cancel) is not { } fault)
                return true;
            options.Logger.ActivityListFailed(fault.Code, fault.Text);
        }
        catch (Exception broken) when (!cancel.IsCancellationRequested)
        {
            options.Logger.HousekeepingBroke(broken);
        }

        return false;
    }
}
