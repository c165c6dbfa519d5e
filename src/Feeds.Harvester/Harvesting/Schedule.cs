namespace Feeds.Harvester.Harvesting;

/// <summary>
/// Whose turn it is: the feed that has been due longest. A feed that was taken is put back or retired. Safe for concurrent use.
/// </summary>
internal sealed class Schedule(TimeProvider time)
{
    /// <summary>The queue is looked at again at least this often, so that a clock that was set does no lasting harm.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly PriorityQueue<FeedWalk, (DateTimeOffset Due, long Order)> queue = new();
    private TaskCompletionSource changed = NewSignal();
    private long order;
    private int away;
    private bool isClosed;

    /// <summary>Whether some feed is due now and waits for its turn.</summary>
    public bool IsSomeoneWaiting
    {
        get
        {
            lock (gate)
                return queue.TryPeek(out _, out var first) && first.Due <= time.GetUtcNow();
        }
    }

    /// <summary>Adds a feed.</summary>
    public void Add(FeedWalk walk, DateTimeOffset due)
    {
        lock (gate)
        {
            queue.Enqueue(walk, (due, order++));
            Signal();
        }
    }

    /// <summary>Puts a feed back after its turn.</summary>
    public void PutBack(FeedWalk walk, DateTimeOffset due)
    {
        lock (gate)
        {
            away--;
            queue.Enqueue(walk, (due, order++));
            Signal();
        }
    }

    /// <summary>A feed will not have another turn.</summary>
    public void Retire()
    {
        lock (gate)
        {
            away--;
            Signal();
        }
    }

    /// <summary>No more feeds will be added: when all are done, <see cref="TakeAsync"/> says so.</summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            Signal();
        }
    }

    /// <summary>Waits for the next turn; null when there will be none.</summary>
    public async Task<FeedWalk?> TakeAsync(CancellationToken cancel)
    {
        while (true)
        {
            Task signal;
            TimeSpan wait;
            lock (gate)
            {
                if (TryTake(out var walk, out wait))
                    return walk;
                signal = changed.Task;
            }

            await WaitAsync(signal, wait, cancel);
        }
    }

    /// <summary>True when there is an answer now: a feed, or none for ever.</summary>
    private bool TryTake(out FeedWalk? walk, out TimeSpan wait)
    {
        wait = Timeout.InfiniteTimeSpan;
        walk = null;
        if (!queue.TryPeek(out var next, out var first))
            return isClosed && away == 0;
        wait = first.Due - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            // Timers count whole milliseconds: rounded down, the last one would be spun away.
            wait = wait < LongestWait ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : LongestWait;
            return false;
        }

        walk = next;
        queue.Dequeue();
        away++;
        return true;
    }

    private async Task WaitAsync(Task signal, TimeSpan wait, CancellationToken cancel)
    {
        try
        {
            await signal.WaitAsync(wait, time, cancel);
        }
        catch (TimeoutException)
        {
            // The first feed has become due.
        }
    }

    private void Signal()
    {
        changed.TrySetResult();
        changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
