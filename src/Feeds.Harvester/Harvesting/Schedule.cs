namespace Feeds.Harvester.Harvesting;

/// <summary>
/// Whose turn it is: the feed that has been due longest, unless its host has its share of the places already: half of them
/// while another host has feeds or may still come, and one for feeds whose last turn failed, so that a host which does not answer cannot
/// keep others waiting.
/// A feed that was taken is put back or retired. Safe for concurrent use.
/// </summary>
/// <param name="places">Feeds that are taken at once, at most; whoever takes sees to it.</param>
internal sealed class Schedule(TimeProvider time, int places)
{
    /// <summary>The queue is looked at again at least this often, so that a clock that was set does no lasting harm.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly PriorityQueue<FeedWalk, (DateTimeOffset Due, long Order)> queue = new();
    private readonly Dictionary<string, Share> hosts = new(StringComparer.Ordinal);
    private TaskCompletionSource changed = NewSignal();
    private long order;
    private int away;
    private int heldBack;
    private bool isClosed;

    /// <summary>Whether some feed is due now and waits for its turn.</summary>
    public bool IsSomeoneWaiting
    {
        get
        {
            lock (gate)
                return heldBack > 0 || (queue.TryPeek(out _, out var first) && first.Due <= time.GetUtcNow());
        }
    }

    /// <summary>Adds a feed.</summary>
    public void Add(FeedWalk walk, DateTimeOffset due)
    {
        lock (gate)
        {
            if (!hosts.TryGetValue(walk.Host, out var host))
                hosts.Add(walk.Host, host = new Share());
            host.Feeds++;
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
            var host = hosts[walk.Host];
            host.Away--;
            queue.Enqueue(walk, (due, order++));
            LetGo(host);
            Signal();
        }
    }

    /// <summary>A feed will not have another turn.</summary>
    public void Retire(FeedWalk walk)
    {
        lock (gate)
        {
            away--;
            var host = hosts[walk.Host];
            host.Away--;
            if (--host.Feeds == 0)
                hosts.Remove(walk.Host);
            // Without it another may be the only one left, and have all places.
            foreach (var share in hosts.Values)
                LetGo(share);
            Signal();
        }
    }

    /// <summary>No more feeds will be added: when all are done, <see cref="TakeAsync"/> says so.</summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            foreach (var share in hosts.Values)
                LetGo(share);
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
        walk = null;
        while (queue.TryPeek(out var next, out var at))
        {
            wait = at.Due - time.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                // Timers count whole milliseconds: rounded down, the last one would be spun away.
                wait = wait < LongestWait ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : LongestWait;
                return false;
            }

            queue.Dequeue();
            var host = hosts[next.Host];
            if (host.Away >= ShareOf(next))
            {
                host.HeldBack.Add((next, at));
                heldBack++;
                continue;
            }

            host.Away++;
            away++;
            walk = next;
            return true;
        }

        wait = Timeout.InfiniteTimeSpan;
        return isClosed && away == 0;
    }

    private int ShareOf(FeedWalk walk) => hosts.Count == 1 && isClosed ? places : walk.Failures > 0 ? 1 : Math.Max(1, places / 2);

    private void LetGo(Share host)
    {
        foreach (var (walk, at) in host.HeldBack)
            queue.Enqueue(walk, at);
        heldBack -= host.HeldBack.Count;
        host.HeldBack.Clear();
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

    /// <summary>What one host has of the schedule.</summary>
    private sealed class Share
    {
        public int Feeds { get; set; }

        public int Away { get; set; }

        /// <summary>Due, and waiting for a place of this host.</summary>
        public List<(FeedWalk Walk, (DateTimeOffset Due, long Order) At)> HeldBack { get; } = [];
    }
}
