namespace Feeds.Harvester.Http;

/// <summary>
/// The time limits on one exchange: the head must come in time, and then enough of the body in every span and all of it
/// within the whole. Cancels <see cref="Token"/> when one is passed.
/// </summary>
internal sealed class ProgressWatch : IDisposable
{
    private readonly FetchLimits limits;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource source;
    private readonly CancellationTokenRegistration linked;
    private TimeSpan left;
    private long spanStart;
    private long spanBytes;

    public ProgressWatch(FetchLimits limits, TimeProvider time, CancellationToken cancel)
    {
        this.limits = limits;
        this.time = time;
        left = limits.BodyTime;
        source = new CancellationTokenSource(limits.HeadTime, time);
        linked = cancel.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
    }

    public CancellationToken Token => source.Token;

    /// <summary>Stops the clock while the wait is ours and not the publisher's.</summary>
    public void Pause()
    {
        EndSpan();
        source.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Starts the clock of the body, or lets it go on after <see cref="Pause"/>.</summary>
    public void Resume()
    {
        spanBytes = 0;
        spanStart = time.GetTimestamp();
        source.CancelAfter(left <= TimeSpan.Zero ? TimeSpan.Zero : left < limits.StallTime ? left : limits.StallTime);
    }

    /// <summary>Counts bytes that came over the wire.</summary>
    public void Progress(int bytes)
    {
        spanBytes += bytes;
        if (spanBytes >= limits.StallBytes)
        {
            EndSpan();
            Resume();
        }
    }

    public void Dispose()
    {
        linked.Dispose();
        source.Dispose();
    }

    private void EndSpan()
    {
        if (spanStart != 0)
        {
            left -= time.GetElapsedTime(spanStart);
            spanStart = 0;
        }
    }
}
