using Feeds.Harvester.Progress;
using Microsoft.Extensions.Logging;
using Signposting.Store;

namespace Feeds.Harvester.Harvesting;

/// <summary>
/// Holds every feed while the store takes nothing, because its disk is full or its server is away: what would be read could not be kept.
/// The store is tried every few seconds, and once it takes something all go on where they were.
/// </summary>
internal sealed class StoreHold(SpatialStore store, HarvestProgress progress, HarvesterOptions options)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(10);

    private int isTrying;

    /// <summary>Whether a failure is of the store as a whole, and passes.</summary>
    public static bool IsWhole(Exception failure) => failure is StoreException { Fault: StoreFault.Full or StoreFault.Away };

    /// <summary>To be called with a failure that <see cref="IsWhole"/>.</summary>
    public void Begin(Exception failure)
    {
        if (progress.Pause is not null)
            return;
        var isFull = failure is StoreException { Fault: StoreFault.Full };
        var text = isFull
            ? $"Harvesting pauses: {failure.Message} Searching goes on. Make room and harvesting goes on by itself, within seconds."
            : $"Harvesting pauses: {failure.Message} It goes on by itself once the store is back.";
        progress.Pause = new HarvestPause(isFull ? HarvestPause.Full : HarvestPause.Away, text, options.Time.GetUtcNow());
        options.Logger.HarvestPauses(text);
    }

    /// <summary>Returns at once while the store takes what it is given; otherwise when it does again.</summary>
    public async Task AwaitAsync(CancellationToken cancel)
    {
        while (progress.Pause is not null)
        {
            await Task.Delay(BetweenTries, options.Time, cancel);
            if (Interlocked.Exchange(ref isTrying, 1) == 0)
                await TryAsync(cancel);
        }
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await store.TryRoomAsync(cancel);
            progress.Pause = null;
            options.Logger.HarvestGoesOn();
        }
        catch (StoreException)
        {
            // Still so.
        }
        finally
        {
            Volatile.Write(ref isTrying, 0);
        }
    }
}
