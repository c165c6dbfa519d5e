using System.Collections.Concurrent;

namespace Feeds.Harvester.Tests.Support;

/// <summary>
/// A clock that stands still until it is moved. Waits up to <see cref="SkipsUpTo"/> are over at once, move the clock by
/// their length and are recorded; longer ones (time limits) wait for <see cref="Advance"/>.
/// </summary>
public sealed class FakeTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private readonly ConcurrentQueue<TimeSpan> waits = new();
    private DateTimeOffset now = start;

    /// <summary>A clock at midday on 1 June 2026.</summary>
    public FakeTime()
        : this(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>The longest wait that is skipped; zero skips none.</summary>
    public TimeSpan SkipsUpTo { get; init; } = TimeSpan.Zero;

    /// <summary>The waits that were skipped, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. waits];

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves the clock and lets every timer fire that has become due.</summary>
    public void Advance(TimeSpan by)
    {
        FakeTimer[] due;
        lock (gate)
        {
            now += by;
            due = [.. timers.Where(timer => timer.Due <= now)];
            foreach (var timer in due)
            {
                timers.Remove(timer);
            }
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Schedule(FakeTimer timer, TimeSpan dueTime)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            if (dueTime > SkipsUpTo)
            {
                timer.Due = now + dueTime;
                timers.Add(timer);
                return;
            }

            now += dueTime;
        }

        waits.Enqueue(dueTime);
        ThreadPool.QueueUserWorkItem(_ => timer.Fire());
    }

    private sealed class FakeTimer(FakeTime time, TimerCallback callback, object? state) : ITimer
    {
        private int disposed;

        public DateTimeOffset Due { get; set; }

        public void Fire()
        {
            if (Volatile.Read(ref disposed) == 0)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Schedule(this, dueTime);
            return true;
        }

        public void Dispose()
        {
            Volatile.Write(ref disposed, 1);
            time.Schedule(this, Timeout.InfiniteTimeSpan);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
