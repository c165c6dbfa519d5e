namespace Feeds.Harvester;

/// <summary>
/// A timer whose ticks end when it is cancelled, without an exception: one that is thrown there writes down where it stands, for which a native
/// program sorts the names of all its methods, a hundredth of a second at the end of each harvest.
/// </summary>
internal sealed class Ticks : IDisposable
{
    private readonly PeriodicTimer timer;
    private readonly CancellationTokenRegistration end;

    /// <param name="between">From one tick to the next.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Ends them.</param>
    public Ticks(TimeSpan between, TimeProvider time, CancellationToken cancel)
    {
        timer = new PeriodicTimer(between, time);
        end = cancel.Register(timer.Dispose);
    }

    /// <summary>Waits for the next one; false when it was cancelled.</summary>
    public ValueTask<bool> NextAsync() => timer.WaitForNextTickAsync(CancellationToken.None);

    public void Dispose()
    {
        end.Dispose();
        timer.Dispose();
    }
}
