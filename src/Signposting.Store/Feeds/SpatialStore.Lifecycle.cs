using Signposting.Store.Feeds;

namespace Signposting.Store;

/// <summary>Feeds that go, come back, or are read again from the start: see docs/decisions/0013.</summary>
public sealed partial class SpatialStore
{
    /// <summary>A bad deployment of a few minutes hides nothing, one of a few hours loses nothing (RPDE: "Removing data feeds" gives no grace).</summary>
    private static readonly TimeSpan BeforeConcealing = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BeforePurging = TimeSpan.FromHours(6);

    /// <summary>Publishers answer with 429 to harvesters that read them again and again.</summary>
    public static readonly TimeSpan BetweenResyncs = TimeSpan.FromDays(7);

    /// <summary>Items for one transaction, as many as a page has.</summary>
    private const int RemovedAtOnce = 500;
    private const int MarksAtOnce = 20_000;

    /// <summary>Notes that a feed was found gone just now, and says what that means. It does nothing about it.</summary>
    public Task<GoneStage> NoteGoneAsync(long feedId, CancellationToken cancel) => WriteAsync(
        async w =>
        {
            var (row, now) = (await LifecycleAsync(w, feedId, cancel).ConfigureAwait(false), Now.ToUnixTimeSeconds());
            var since = row.GoneSince ?? now;
            await w.WriteLifecycleAsync(feedId, row with { GoneSince = since }, now, cancel).ConfigureAwait(false);
            return row.PurgedAt is not null ? GoneStage.Purged
                : now - since >= (long)BeforePurging.TotalSeconds ? GoneStage.Lasting
                : now - since >= (long)BeforeConcealing.TotalSeconds ? GoneStage.Confirmed : GoneStage.Noticed;
        },
        cancel);

    /// <summary>Leaves the records of a feed that is gone out of all answers: within a second, in every process. They are back with the first page that it answers.</summary>
    public async Task ConcealFeedAsync(long feedId, CancellationToken cancel)
    {
        await WriteAsync(
            async w =>
            {
                var row = await LifecycleAsync(w, feedId, cancel).ConfigureAwait(false);
                if (row is not { GoneSince: not null, IsConcealed: false })
                    return;
                await w.WriteLifecycleAsync(feedId, row with { IsConcealed = true }, Now.ToUnixTimeSeconds(), cancel).ConfigureAwait(false);
                await w.NoteChangeAsync(_hidden.Name, cancel).ConfigureAwait(false);
                await CompareAgainAsync(w, feedId, cancel).ConfigureAwait(false);
            },
            cancel).ConfigureAwait(false);
        _hidden.Forget();
        await DeriveWaitingAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Removes all records of a feed that is gone, in small transactions. Broken off, it goes on with the next call; a feed that comes back is read from its start.</summary>
    /// <returns>How many items went.</returns>
    public async Task<long> PurgeFeedAsync(long feedId, CancellationToken cancel)
    {
        long removed = 0;
        for (int? gone = RemovedAtOnce; gone is > 0; removed += gone ?? 0)
            gone = await WriteAsync(w => PurgeSomeAsync(w, feedId, cancel), cancel).ConfigureAwait(false);
        for (long? after = 0; after is { } last;)
            after = await WriteAsync(w => PurgeEmbeddedAsync(w, feedId, last, cancel), cancel).ConfigureAwait(false);
        await DeriveWaitingAsync(cancel).ConfigureAwait(false);
        return removed;
    }

    /// <summary>Makes the feed begin at its start again, marking what it meets, so that the rest can be swept at its end; or notes that this is wanted, when the last time was less than a week ago.</summary>
    /// <param name="reason">One of <see cref="ResyncReasons"/>.</param>
    /// <returns>Whether it begins now.</returns>
    public Task<bool> BeginResyncAsync(long feedId, string reason, CancellationToken cancel) => WriteAsync(
        async w =>
        {
            var (row, now) = (await LifecycleAsync(w, feedId, cancel).ConfigureAwait(false), Now.ToUnixTimeSeconds());
            if (row.Cursor is null)
                return true;
            // One that was itself interrupted for too long is the same one begun anew.
            var isBegunAnew = row.Phase == ResyncPhase.Reading && reason == ResyncReasons.TombstonesMissed;
            var isAllowed = row.Phase != ResyncPhase.Sweeping && (isBegunAnew || !(now - row.ResyncAt < (long)BetweenResyncs.TotalSeconds));
            var next = isAllowed
                ? row with { Cursor = null, Phase = ResyncPhase.Reading, Reason = reason, ResyncAt = now, Generation = row.Generation + 1 }
                : row with { Reason = row.Reason ?? reason };
            await w.WriteLifecycleAsync(feedId, next, row.GoneSince is null ? null : now, cancel).ConfigureAwait(false);
            return isAllowed;
        },
        cancel);

    /// <summary>Removes what a finished <see cref="BeginResyncAsync">resynchronisation</see> has not met, in small transactions; does nothing before the feed's end was reached. Broken off, it goes on with the next call.</summary>
    /// <returns>How many items went.</returns>
    public async Task<long> SweepFeedAsync(long feedId, CancellationToken cancel)
    {
        long removed = 0;
        for (long? after = long.MinValue; after is { } last;)
        {
            (after, var gone) = await WriteAsync(w => SweepSomeAsync(w, feedId, last, cancel), cancel).ConfigureAwait(false);
            removed += gone;
        }

        for (long gone = MarksAtOnce; gone == MarksAtOnce;)
            gone = await WriteAsync(w => RemoveMarksAsync(w, feedId, cancel), cancel).ConfigureAwait(false);
        await DeriveWaitingAsync(cancel).ConfigureAwait(false);
        return removed;
    }

    private static async ValueTask<LifecycleRow> LifecycleAsync(IStoreWriter writer, long feedId, CancellationToken cancel) =>
        await writer.LockLifecycleAsync(feedId, cancel).ConfigureAwait(false) ?? throw new ArgumentException($"There is no feed {feedId}.", nameof(feedId));

    /// <summary>The feed is there: what was concealed is shown again.</summary>
    /// <returns>Whether answers change by that.</returns>
    private async Task<bool> WelcomeBackAsync(IStoreWriter writer, long feedId, CancellationToken cancel)
    {
        var row = await LifecycleAsync(writer, feedId, cancel).ConfigureAwait(false);
        if (row.GoneSince is null)
            return false;
        await writer.WriteLifecycleAsync(feedId, row with { GoneSince = null, IsConcealed = false, PurgedAt = null }, null, cancel).ConfigureAwait(false);
        if (!row.IsConcealed)
            return false;
        await writer.NoteChangeAsync(_hidden.Name, cancel).ConfigureAwait(false);
        await CompareAgainAsync(writer, feedId, cancel).ConfigureAwait(false);
        return true;
    }

    /// <summary>What another publisher has of the same class stands for itself while a feed is gone. Worked off with the next pages, in small transactions.</summary>
    private static async ValueTask CompareAgainAsync(IStoreWriter writer, long feedId, CancellationToken cancel)
    {
        await writer.AddDirtyAsync(await writer.ReadComparedOfFeedAsync(feedId, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        await writer.AddDirtyAsync(await writer.ReadNamesakesOfFeedAsync(feedId, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
    }

    /// <returns>How many items went; null when the feed is not gone (any more), or was purged before.</returns>
    private async Task<int?> PurgeSomeAsync(IStoreWriter writer, long feedId, CancellationToken cancel)
    {
        var row = await LifecycleAsync(writer, feedId, cancel).ConfigureAwait(false);
        if (row is not { GoneSince: not null, PurgedAt: null })
            return null;
        // From the start, when it comes back: what is removed here would otherwise be missing for good.
        await writer.WriteLifecycleAsync(feedId, row with { Cursor = null, Phase = ResyncPhase.None, Reason = null }, Now.ToUnixTimeSeconds(), cancel).ConfigureAwait(false);
        var keys = await writer.ReadKeysAsync(feedId, long.MinValue, RemovedAtOnce, cancel).ConfigureAwait(false);
        await new ItemRemoval(writer, feedId, Now).RemoveAsync(keys, cancel).ConfigureAwait(false);
        return keys.Count;
    }

    private async Task<long?> PurgeEmbeddedAsync(IStoreWriter writer, long feedId, long after, CancellationToken cancel)
    {
        var row = await LifecycleAsync(writer, feedId, cancel).ConfigureAwait(false);
        if (row is not { GoneSince: not null, PurgedAt: null })
            return null;
        var embedded = await writer.ReadEmbeddedAsync(feedId, after, RemovedAtOnce, cancel).ConfigureAwait(false);
        await new ItemRemoval(writer, feedId, Now).RemoveEmbeddedAsync(embedded.Select(e => e.SubjectId), cancel).ConfigureAwait(false);
        if (embedded.Count == RemovedAtOnce)
            return embedded[^1].Id;
        var now = Now.ToUnixTimeSeconds();
        await writer.WriteLifecycleAsync(feedId, row with { PurgedAt = now }, now, cancel).ConfigureAwait(false);
        // With what it counts, in one transaction: nothing counts a feed that was purged again.
        await writer.CountFeedAsync(feedId, cancel).ConfigureAwait(false);
        return null;
    }

    /// <returns>Where to go on (null: done), and how many items went.</returns>
    private async Task<(long? Next, int Removed)> SweepSomeAsync(IStoreWriter writer, long feedId, long after, CancellationToken cancel)
    {
        var row = await LifecycleAsync(writer, feedId, cancel).ConfigureAwait(false);
        if (row.Phase != ResyncPhase.Sweeping)
            return (null, 0);
        var keys = await writer.ReadUnseenAsync(feedId, row.Generation, after, RemovedAtOnce, cancel).ConfigureAwait(false);
        await new ItemRemoval(writer, feedId, Now).RemoveAsync(keys, cancel).ConfigureAwait(false);
        if (keys.Count == RemovedAtOnce)
            return (keys[^1], keys.Count);
        await writer.WriteLifecycleAsync(feedId, row with { Phase = ResyncPhase.None, Reason = null }, row.GoneSince, cancel).ConfigureAwait(false);
        return (null, keys.Count);
    }

    /// <summary>Marks are of use only until the sweep is over.</summary>
    private static async Task<long> RemoveMarksAsync(IStoreWriter writer, long feedId, CancellationToken cancel)
    {
        var row = await LifecycleAsync(writer, feedId, cancel).ConfigureAwait(false);
        return row.Phase == ResyncPhase.None ? await writer.RemoveMarksAsync(feedId, row.Generation, MarksAtOnce, cancel).ConfigureAwait(false) : 0;
    }
}
