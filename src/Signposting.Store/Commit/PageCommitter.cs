using Signposting.Store.Harvest;
using Signposting.Store.SameClass;

namespace Signposting.Store.Commit;

/// <summary>
/// Writes one page: its items replace what the same items said before, what follows from that is derived again,
/// and the cursor moves, all in the writer's transaction.
/// </summary>
internal sealed class PageCommitter(IStoreWriter writer, PageCommit page, LockedFeed feed, DateTimeOffset now)
{
    private readonly long _now = now.ToUnixTimeSeconds();

    public async Task<CommitResult> CommitAsync(List<PreparedItem> items, CancellationToken cancel)
    {
        var keys = items.ConvertAll(item => item.Key);
        var held = await writer.ReadItemsAsync(page.FeedId, keys, cancel).ConfigureAwait(false);
        var changed = held.Count == 0 ? items : items.FindAll(item => IsNews(item, held.GetValueOrDefault(item.Key)));
        var rows = await RowsAsync(changed, held, cancel).ConfigureAwait(false);
        await WriteAsync(rows, cancel).ConfigureAwait(false);
        if (feed.MarkWith is { } generation)
            await writer.MarkSeenAsync(page.FeedId, keys, generation, cancel).ConfigureAwait(false);
        await FollowAsync(rows, drain: page.IsLastPage, cancel).ConfigureAwait(false);
        var advance = AdvanceOf(items, changed);
        await writer.AdvanceFeedAsync(page.FeedId, advance, cancel).ConfigureAwait(false);
        return new CommitResult
        {
            Committed = true,
            JumpedBack = advance.JumpedBack,
            Kept = rows.Kept,
            Deleted = rows.Deleted,
            Rejected = rows.Rejected,
            Over = rows.Over,
            Unchanged = items.Count - changed.Count,
        };
    }

    /// <summary>Writes what was read once more in originals that are still what is held; cursor and freshness of the feed stay.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ReplayAsync(List<(KeptOriginal Original, ItemChange Change)> read, CancellationToken cancel)
    {
        var held = await writer.ReadItemsAsync(page.FeedId, [.. read.Select(r => r.Original.ItemKey)], cancel).ConfigureAwait(false);
        var items = read
            .Where(r => held.GetValueOrDefault(r.Original.ItemKey) is { State: ItemState.Held } item && item.Hash == r.Original.Hash && item.Modified == r.Original.Modified)
            .Select(r => PreparedItem.From(r.Original, r.Change)).ToList();
        var rows = await RowsAsync(items, held, cancel).ConfigureAwait(false);
        await WriteAsync(rows, cancel).ConfigureAwait(false);
        await FollowAsync(rows, drain: false, cancel).ConfigureAwait(false);
        return items.Count;
    }

    private static bool IsNews(PreparedItem item, ItemRow? held) =>
        held is null || !(PreparedItem.IsOlder(item.Modified, held.Modified) || IsTheSame(item, held));

    private static bool IsTheSame(PreparedItem item, ItemRow held) => item.Modified == held.Modified && item.Kind switch
    {
        ChangeKind.Deleted => held.State == ItemState.Deleted,
        ChangeKind.Rejected => held.State == ItemState.Rejected && item.Rejection!.Reason == held.Reason,
        _ => held.State == ItemState.Held && item.Hash == held.Hash,
    };

    private async Task<PageRows> RowsAsync(List<PreparedItem> items, Dictionary<long, ItemRow> held, CancellationToken cancel)
    {
        var interning = new PageInterning(writer, page.FeedId, now);
        var subjects = await interning.SubjectsAsync(feed.DatasetId, items, cancel).ConfigureAwait(false);
        var variants = await interning.VariantsAsync(items, subjects, cancel).ConfigureAwait(false);
        var rows = new PageRows(page.FeedId, now, subjects, variants, items.Count);
        foreach (var item in items)
            rows.Add(item, held.GetValueOrDefault(item.Key));
        return rows;
    }

    /// <summary>What follows for others is found by looking before and after: see docs/decisions/0002.</summary>
    private async Task WriteAsync(PageRows rows, CancellationToken cancel)
    {
        var dirty = rows.Dirty;
        var fragments = Newest(rows.Fragments);
        var families = new Families(writer, fragments, rows.OldFragments);
        await families.LookAsync(cancel).ConfigureAwait(false);
        if (rows.Sessions.Count > 0)
            dirty.UnionWith(await writer.ReadAsleepAsync(rows.Sessions.Select(s => s.SubjectId).ToHashSet(), cancel).ConfigureAwait(false));
        if (rows.Replaced.Count > 0)
            dirty.UnionWith(await writer.ReadVariedAsync(page.FeedId, rows.Replaced, cancel).ConfigureAwait(false));
        dirty.UnionWith(rows.OldSessions.Select(s => s.SubjectId));

        await writer.DeleteSessionsAsync(page.FeedId, rows.OldSessions, cancel).ConfigureAwait(false);
        await writer.WriteSessionsAsync(page.FeedId, rows.Sessions, cancel).ConfigureAwait(false);
        await writer.DeleteItemsAsync(page.FeedId, rows.Forgotten, cancel).ConfigureAwait(false);
        await writer.WriteItemsAsync(page.FeedId, rows.Items, cancel).ConfigureAwait(false);
        await writer.MarkTimesAsync(rows.Times, cancel).ConfigureAwait(false);
        await writer.DeleteFragmentsAsync(rows.OldFragments, cancel).ConfigureAwait(false);
        dirty.UnionWith(await writer.WriteFragmentsAsync(fragments, cancel).ConfigureAwait(false));
        dirty.UnionWith(await families.ChangedAsync(cancel).ConfigureAwait(false));
    }

    private async Task FollowAsync(PageRows rows, bool drain, CancellationToken cancel)
    {
        await new Deriver(writer, rows.Descriptions, _now).DeriveAsync(rows.Dirty, drain, cancel).ConfigureAwait(false);
        if (rows.Sessions.Count + rows.OldSessions.Count == 0)
            return;
        var rescheduled = new HashSet<long>();
        foreach (var session in rows.Sessions)
            rescheduled.Add(session.SubjectId);
        foreach (var session in rows.OldSessions)
            rescheduled.Add(session.SubjectId);
        rescheduled.ExceptWith(rows.Dirty);
        await new SameClassKeeper(writer, _now).SessionsChangedAsync(rescheduled, cancel).ConfigureAwait(false);
    }

    /// <summary>One row for each key: children on one page embed the same parent again and again.</summary>
    private static List<FragmentRow> Newest(List<FragmentRow> fragments)
    {
        // Each item of a page has a key of its own, and at most one description of its own.
        if (fragments.TrueForAll(row => row.Origin == (byte)FragmentOrigin.Own))
            return fragments;
        var newest = new Dictionary<FragmentKey, FragmentRow>(fragments.Count);
        foreach (var row in fragments)
        {
            var key = new FragmentKey(row.SubjectId, row.Origin, row.FeedId, row.ItemKey);
            if (!newest.TryGetValue(key, out var other) || !PreparedItem.IsOlder(row.Modified, other.Modified))
                newest[key] = row;
        }

        return [.. newest.Values];
    }

    /// <summary>
    /// RPDE orders a feed by <c>modified</c>: a page that is older throughout than all of the page before it means that the publisher
    /// went back, as to a backup. (Feeds that are merely not quite in order do not do that.)
    /// </summary>
    private FeedAdvance AdvanceOf(List<PreparedItem> items, List<PreparedItem> changed)
    {
        long? lowest = null;
        long? highest = null;
        foreach (var item in items)
        {
            lowest = item.Modified < lowest ? item.Modified : lowest ?? item.Modified;
            highest = item.Modified > highest ? item.Modified : highest ?? item.Modified;
        }

        long? newest = null;
        foreach (var item in changed)
            newest = item.ModifiedAt > newest ? item.ModifiedAt : newest ?? item.ModifiedAt;
        return new FeedAdvance(page.NextCursor, page.IsLastPage, page.Licence, changed.Count > 0, newest, _now)
        {
            LowModified = lowest,
            JumpedBack = page.Cursor is not null && highest < feed.LowModified,
        };
    }
}
