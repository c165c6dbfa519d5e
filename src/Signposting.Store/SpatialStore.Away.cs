using System.Data.Common;

namespace Signposting.Store;

/// <summary>A store that hangs instead of failing: people who wait are told within two seconds (<see cref="StoreOptions.TellsSoonWhenAway"/>). One that is only slow is waited for.</summary>
public sealed partial class SpatialStore
{
    private static readonly TimeSpan BeforeDoubt = TimeSpan.FromSeconds(1.1);
    private static readonly TimeSpan LongestPing = TimeSpan.FromSeconds(0.6);

    /// <exception cref="StoreException">The work is not done, and the store does not answer the simplest question either. The work may end later, unheard.</exception>
    private async Task<T> UnlessAwayAsync<T>(Task<T> work, CancellationToken cancel)
    {
        // On SQLite it has ended already, on the caller's thread.
        while (_tellsSoonWhenAway && !work.IsCompleted)
        {
            try
            {
                return await work.WaitAsync(BeforeDoubt, cancel).ConfigureAwait(false);
            }
            catch (TimeoutException) when (!work.IsCompleted)
            {
                if (!await AnswersAsync(cancel).ConfigureAwait(false))
                    throw new StoreException("The store does not answer: its server hangs, or cannot be reached. It is tried again.") { Fault = StoreFault.Away };
            }
        }

        return await work.ConfigureAwait(false);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        try
        {
            await PingOnceAsync(cancel).WaitAsync(LongestPing, cancel).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (failure is TimeoutException or DbException)
        {
            return false;
        }
    }

    private async Task PingOnceAsync(CancellationToken cancel)
    {
        await using var reader = await _engine.BeginReadAsync(cancel).ConfigureAwait(false);
        await reader.PingAsync(cancel).ConfigureAwait(false);
    }
}
