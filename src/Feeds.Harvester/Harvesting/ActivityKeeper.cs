using Feeds.Harvester.Http;
using Feeds.Harvester.Vocabularies;
using Microsoft.Extensions.Logging;

namespace Feeds.Harvester.Harvesting;

/// <summary>Keeps the activity list fresh beside the harvest: once a day, and sooner while it cannot be read.</summary>
internal sealed class ActivityKeeper(ActivityVocabulary activities, FeedHttp http, HarvesterOptions options)
{
    private static readonly TimeSpan BetweenReads = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestHoldUp = TimeSpan.FromSeconds(10);

    private Task<bool> reading = Task.FromResult(false);

    /// <summary>Begins to read the list before the first item is normalised, and holds the harvest up for ten seconds at most.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        reading = RefreshAsync(cancel);
        await Task.WhenAny(reading, Task.Delay(LongestHoldUp, options.Time, cancel));
    }

    /// <summary>Reads the list again and again until cancelled.</summary>
    public async Task KeepAsync(CancellationToken cancel)
    {
        var isRead = await reading;
        for (var failures = isRead ? 0 : 1; ; failures = isRead ? 0 : failures + 1)
        {
            var now = options.Time.GetUtcNow();
            await Task.Delay(isRead ? BetweenReads : Waits.NextTry(null, failures, now, options.Http.Random) - now, options.Time, cancel);
            isRead = await RefreshAsync(cancel);
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
