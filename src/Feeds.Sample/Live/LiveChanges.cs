using Feeds.Sample.Rpde;

namespace Feeds.Sample.Live;

/// <summary>
/// Changes the feeds while they are read. The n-th change is the same for the same seed, whenever it comes: which feed,
/// which item, what happens to it. Nine of ten befall sessions and slots, as in real feeds; of them 15 % are cancellations
/// and 10 % tombstones. What was deleted may come back.
/// </summary>
internal sealed class LiveChanges(long seed, IReadOnlyList<FeedPages> feeds)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly FeedPages[] _dated = [.. feeds.Where(feed => feed.Feed.Live > 0 && feed.Feed.Kind is "ScheduledSession" or "Slot")];
    private readonly FeedPages[] _others = [.. feeds.Where(feed => feed.Feed.Live > 0 && feed.Feed.Kind is not ("ScheduledSession" or "Slot"))];
    private readonly Lock _gate = new();
    private long _made;

    /// <summary>Makes so many changes now.</summary>
    public void Make(long count)
    {
        lock (_gate)
        {
            for (; count > 0; count--)
            {
                MakeOne(++_made);
            }
        }
    }

    /// <summary>Makes so many a second until cancelled.</summary>
    public async Task RunAsync(double perSecond, TimeProvider time, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        using var ticks = new PeriodicTimer(Tick, time);
        while (await ticks.WaitForNextTickAsync(cancel))
        {
            Make((long)(time.GetElapsedTime(started).TotalSeconds * perSecond) - Interlocked.Read(ref _made));
        }
    }

    private void MakeOne(long number)
    {
        var dice = new Dice(seed, Purpose.Live, number);
        var among = (dice.PerMille(900) && _dated.Length > 0) || _others.Length == 0 ? _dated : _others;
        if (among.Length == 0)
        {
            return;
        }

        var feed = among[dice.Below(among.Length)];
        var position = Feed.PositionOf(dice.Below(feed.Feed.Live));
        feed.Change(new LiveChange(number, position, dice.Below(100) switch
        {
            < 10 => ChangeKind.Deleted,
            < 25 => ChangeKind.Cancelled,
            _ => ChangeKind.Updated,
        }));
    }
}
