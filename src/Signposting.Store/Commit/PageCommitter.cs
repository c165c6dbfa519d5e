using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.SameClass;

namespace Signposting.Store.Commit;

/// <summary>
/// Writes one page: its items replace what the same items said before, what follows from that is derived again,
/// and the cursor moves, all in the writer's transaction.
/// </summary>
internal sealed class PageCommitter(IStoreWriter writer, PageCommit page, LockedFeed feed, DateTimeOffset now)
{
    private readonly long _now = now.ToUnixTimeSeconds();
    private readonly List<ItemRow> _rows = [];
    private readonly List<long> _forgotten = [];
    private readonly List<SessionRef> _oldSessions = [];
    private readonly List<SessionRef> _replaced = [];
    private readonly List<SessionRow> _sessions = [];
    private readonly List<FragmentKey> _oldFragments = [];
    private readonly List<FragmentRow> _fragments = [];
    private readonly Descriptions _descriptions = new();
    private readonly HashSet<long> _dirty = [];
    private readonly HashSet<long> _times = [];
    private int _kept;
    private int _deleted;
    private int _rejected;
    private int _over;
    private int _unchanged;

    public async Task<CommitResult> CommitAsync(List<PreparedItem> items, CancellationToken cancel)
    {
        var held = await writer.ReadItemsAsync(page.FeedId, [.. items.Select(i => i.Key)], cancel).ConfigureAwait(false);
        var changed = items.FindAll(i => IsNews(i, held.GetValueOrDefault(i.Key)));
        var subjects = await InternAsync(changed, cancel).ConfigureAwait(false);
        var variants = await InternVariantsAsync(changed, subjects, cancel).ConfigureAwait(false);
        foreach (var item in changed)
            Apply(item, held.GetValueOrDefault(item.Key), subjects, variants);
        await WriteAsync(cancel).ConfigureAwait(false);
        if (feed.MarkWith is { } generation)
            await writer.MarkSeenAsync(page.FeedId, [.. items.Select(i => i.Key)], generation, cancel).ConfigureAwait(false);
        await FollowAsync(drain: page.IsLastPage, cancel).ConfigureAwait(false);
        await AdvanceAsync(items, changed, cancel).ConfigureAwait(false);
        return new CommitResult { Committed = true, JumpedBack = JumpedBack(items), Kept = _kept, Deleted = _deleted, Rejected = _rejected, Over = _over, Unchanged = _unchanged };
    }

    /// <summary>Writes what was read once more in originals that are still what is held; cursor and freshness of the feed stay.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ReplayAsync(List<(KeptOriginal Original, ItemChange Change)> read, CancellationToken cancel)
    {
        var held = await writer.ReadItemsAsync(page.FeedId, [.. read.Select(r => r.Original.ItemKey)], cancel).ConfigureAwait(false);
        var items = read
            .Where(r => held.GetValueOrDefault(r.Original.ItemKey) is { State: ItemState.Held } item && item.Hash == r.Original.Hash && item.Modified == r.Original.Modified)
            .Select(r => PreparedItem.From(r.Original, r.Change)).ToList();
        var subjects = await InternAsync(items, cancel).ConfigureAwait(false);
        var variants = await InternVariantsAsync(items, subjects, cancel).ConfigureAwait(false);
        foreach (var item in items)
            Apply(item, held[item.Key], subjects, variants);
        await WriteAsync(cancel).ConfigureAwait(false);
        await FollowAsync(drain: false, cancel).ConfigureAwait(false);
        return items.Count;
    }

    private bool IsNews(PreparedItem item, ItemRow? held)
    {
        if (held is not null && (PreparedItem.IsOlder(item.Change.Modified, held.Modified) || IsTheSame(item, held)))
        {
            _unchanged++;
            return false;
        }

        return true;
    }

    private static bool IsTheSame(PreparedItem item, ItemRow held)
    {
        var (change, state) = (item.Change, held.State);
        if (change.Modified != held.Modified)
            return false;
        return change.Kind switch
        {
            ChangeKind.Deleted => state == ItemState.Deleted,
            ChangeKind.Rejected => state == ItemState.Rejected && change.Rejection!.Reason == held.Reason,
            _ => state == ItemState.Held && (long)change.ContentHash == held.Hash,
        };
    }

    private async ValueTask<Dictionary<SubjectKey, long>> InternAsync(List<PreparedItem> items, CancellationToken cancel)
    {
        var keys = new HashSet<SubjectKey>();
        foreach (var item in items)
        {
            foreach (var fragment in item.Change.Fragments)
            {
                keys.Add(fragment.Subject);
                if (fragment.Parent is { } parent)
                    keys.Add(parent);
            }

            foreach (var session in item.Change.Sessions)
                keys.Add(session.Subject);
        }

        return await writer.InternSubjectsAsync(feed.DatasetId, keys, cancel).ConfigureAwait(false);
    }

    private async ValueTask<Dictionary<(long, long), (long Id, bool IsNew)>> InternVariantsAsync(
        List<PreparedItem> items, Dictionary<SubjectKey, long> subjects, CancellationToken cancel)
    {
        var variants = new Dictionary<(long, long), VariantRow>();
        foreach (var item in items.Where(i => i.VariantDocs.Length > 0))
        {
            for (var i = 0; i < item.VariantDocs.Length; i++)
            {
                if (item.VariantDocs[i] is { } doc && !IsOver(item.Change.Sessions[i]))
                {
                    var session = item.Change.Sessions[i];
                    var row = NewVariant(item, session, subjects[session.Subject], doc);
                    variants.TryAdd((row.SubjectId, row.Hash), row);
                }
            }
        }

        return variants.Count == 0 ? [] : await writer.InternVariantsAsync(variants.Values, cancel).ConfigureAwait(false);
    }

    private VariantRow NewVariant(PreparedItem item, SessionChange session, long subjectId, byte[] doc) => new()
    {
        SubjectId = subjectId,
        Hash = ContentHash.Of(doc),
        Type = session.SubjectType,
        FeedId = page.FeedId,
        ModifiedAt = item.Change.ModifiedAt?.ToUnixTimeSeconds(),
        HarvestedAt = item.HarvestedAt ?? _now,
        Doc = doc,
    };

    private void Apply(PreparedItem item, ItemRow? held, Dictionary<SubjectKey, long> subjects, Dictionary<(long, long), (long Id, bool IsNew)> variants)
    {
        var change = item.Change;
        var kept = ItemRefsBuilder.Nothing;
        if (change.Kind == ChangeKind.Updated && (held is { State: ItemState.Held } || !IsWhollyOver(change)))
            kept = Describe(item, subjects, variants);
        Forget(item.Key, held, kept);
        switch (change.Kind)
        {
            case ChangeKind.Deleted:
                _deleted++;
                _rows.Add(NewRow(item, ItemState.Deleted) with { At = _now });
                break;
            case ChangeKind.Rejected:
                _rejected++;
                _rows.Add(NewRow(item, ItemState.Rejected) with { Reason = change.Rejection!.Reason, Detail = change.Rejection.Detail });
                break;
            case var _ when kept.IsEmpty:
                _over++;
                if (held is not null)
                    _forgotten.Add(item.Key);
                break;
            default:
                _kept++;
                _rows.Add(kept.Complete(NewRow(item, ItemState.Held)));
                break;
        }
    }

    private static ItemRow NewRow(PreparedItem item, ItemState state) => new()
    {
        Key = item.Key,
        Modified = item.Change.Modified,
        State = state,
        Hash = (long)item.Change.ContentHash,
    };

    private ItemRefsBuilder Describe(PreparedItem item, Dictionary<SubjectKey, long> subjects, Dictionary<(long, long), (long Id, bool IsNew)> variants)
    {
        var refs = new ItemRefsBuilder();
        var change = item.Change;
        var embedded = change.Fragments.Count > 0 && !change.Fragments.Any(f => f.Origin == FragmentOrigin.Own);
        for (var i = 0; i < change.Sessions.Count; i++)
            AddSession(item, i, subjects, variants, refs);
        if (embedded && refs.IsEmpty)
            return refs;
        for (var i = 0; i < change.Fragments.Count; i++)
        {
            var row = NewFragment(item, change.Fragments[i], item.FragmentDocs[i], subjects);
            _fragments.Add(row);
            _descriptions.Add(row, change.Fragments[i].Description, item.FragmentWords[i]);
            refs.Fragments.Add((row.SubjectId, row.Origin));
        }

        return refs;
    }

    private void AddSession(PreparedItem item, int index, Dictionary<SubjectKey, long> subjects, Dictionary<(long, long), (long Id, bool IsNew)> variants, ItemRefsBuilder refs)
    {
        var session = item.Change.Sessions[index];
        var subjectId = subjects[session.Subject];
        _times.Add(subjectId);
        if (IsOver(session))
            return;
        long? variantId = null;
        if (item.VariantDocs.Length > 0 && item.VariantDocs[index] is { } doc)
        {
            var variant = variants[(subjectId, ContentHash.Of(doc))];
            variantId = variant.Id;
            _dirty.Add(subjectId);
        }

        var start = session.Start.ToUnixTimeSeconds();
        _sessions.Add(new SessionRow
        {
            SubjectId = subjectId,
            Start = start,
            ItemKey = item.Key,
            Ord = refs.Sessions.Count,
            Seconds = session.End is { } end ? end.ToUnixTimeSeconds() - start : null,
            Flags = FlagsOf(session),
            Remaining = session.RemainingPlaces,
            VariantId = variantId,
            Url = session.Url,
        });
        refs.Sessions.Add((subjectId, start));
    }

    private static SessionFlags FlagsOf(SessionChange session) =>
        (SessionFlags)session.Status
        | (session.IsEmbedded ? SessionFlags.Embedded : SessionFlags.None)
        | (session.IsWhole ? SessionFlags.Whole : SessionFlags.None);

    /// <summary>Publishers leave events of years ago in their feeds: one that was never held is not worth a record.</summary>
    private bool IsWhollyOver(ItemChange change)
    {
        var own = change.Fragments.FirstOrDefault(f => f.Origin == FragmentOrigin.Own);
        var isDated = own?.Type is OpportunityType.Event or OpportunityType.ScheduledSession or OpportunityType.HeadlineEvent or OpportunityType.CourseInstance;
        var end = own?.Description.PeriodEnd;
        return isDated && (end is not null || change.Sessions.Count > 0) && !(end >= now) && change.Sessions.All(IsOver);
    }

    private bool IsOver(SessionChange session) => (session.End ?? session.Start) < now;

    private FragmentRow NewFragment(PreparedItem item, Fragment fragment, byte[] doc, Dictionary<SubjectKey, long> subjects)
    {
        long? parentId = fragment.Parent is { } parent ? subjects[parent] : null;
        return new FragmentRow
        {
            SubjectId = subjects[fragment.Subject],
            Origin = (byte)fragment.Origin,
            FeedId = page.FeedId,
            ItemKey = fragment.Origin == FragmentOrigin.Embedded ? 0 : item.Key,
            Type = fragment.Type,
            ParentId = parentId,
            Modified = item.Change.Modified,
            ModifiedAt = fragment.Origin == FragmentOrigin.Embedded ? null : item.Change.ModifiedAt?.ToUnixTimeSeconds(),
            HarvestedAt = item.HarvestedAt ?? _now,
            Hash = ContentHash.Of(doc, (long)fragment.Type, parentId ?? 0),
            Doc = doc,
            Original = fragment.Origin == FragmentOrigin.Own ? item.Original : null,
        };
    }

    /// <summary>Takes away what the item's earlier version left and its new one does not have.</summary>
    private void Forget(long key, ItemRow? held, ItemRefsBuilder kept)
    {
        if (held is not { State: ItemState.Held })
            return;
        var old = ItemRefs.Of(held);
        for (var i = 0; i < old.Sessions.Count; i++)
        {
            var (subjectId, start) = old.Sessions[i];
            var isReplaced = i < kept.Sessions.Count && kept.Sessions[i] == (subjectId, start);
            (isReplaced ? _replaced : _oldSessions).Add(new SessionRef(subjectId, start, key, i));
        }

        foreach (var (subjectId, origin) in old.Fragments)
        {
            if (origin != (byte)FragmentOrigin.Embedded && !kept.Fragments.Contains((subjectId, origin)))
                _oldFragments.Add(new FragmentKey(subjectId, origin, page.FeedId, key));
            if (!kept.Fragments.Contains((subjectId, origin)))
                _dirty.Add(subjectId);
        }
    }

    /// <summary>What follows for others is found by looking before and after: see docs/decisions/0002.</summary>
    private async Task WriteAsync(CancellationToken cancel)
    {
        var families = new Families(writer, _fragments, _oldFragments);
        await families.LookAsync(cancel).ConfigureAwait(false);
        _dirty.UnionWith(await writer.ReadAsleepAsync([.. _sessions.Select(s => s.SubjectId).Distinct()], cancel).ConfigureAwait(false));
        _dirty.UnionWith(await writer.ReadVariedAsync(page.FeedId, _replaced, cancel).ConfigureAwait(false));
        _dirty.UnionWith(_oldSessions.Select(s => s.SubjectId));

        await writer.DeleteSessionsAsync(page.FeedId, _oldSessions, cancel).ConfigureAwait(false);
        await writer.WriteSessionsAsync(page.FeedId, _sessions, cancel).ConfigureAwait(false);
        await writer.DeleteItemsAsync(page.FeedId, _forgotten, cancel).ConfigureAwait(false);
        await writer.WriteItemsAsync(page.FeedId, _rows, cancel).ConfigureAwait(false);
        await writer.MarkTimesAsync(_times, cancel).ConfigureAwait(false);
        await writer.DeleteFragmentsAsync(_oldFragments, cancel).ConfigureAwait(false);
        _dirty.UnionWith(await writer.WriteFragmentsAsync(Newest(_fragments), cancel).ConfigureAwait(false));
        _dirty.UnionWith(await families.ChangedAsync(cancel).ConfigureAwait(false));
    }

    private async Task FollowAsync(bool drain, CancellationToken cancel)
    {
        await new Deriver(writer, _descriptions, _now).DeriveAsync(_dirty, drain, cancel).ConfigureAwait(false);
        await new SameClassKeeper(writer, _now).SessionsChangedAsync([.. SessionsOf(_sessions, _oldSessions).Where(id => !_dirty.Contains(id))], cancel).ConfigureAwait(false);
    }

    private static HashSet<long> SessionsOf(List<SessionRow> written, List<SessionRef> old) => [.. written.Select(s => s.SubjectId), .. old.Select(s => s.SubjectId)];

    /// <summary>One row for each key: children on one page embed the same parent again and again.</summary>
    private static List<FragmentRow> Newest(List<FragmentRow> fragments)
    {
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
    private bool JumpedBack(List<PreparedItem> items) => page.Cursor is not null && items.Max(i => i.Change.Modified) < feed.LowModified;

    private ValueTask AdvanceAsync(List<PreparedItem> items, List<PreparedItem> changed, CancellationToken cancel)
    {
        long? newest = null;
        foreach (var item in changed)
        {
            if (item.Change.ModifiedAt is { } at && (newest is null || at.ToUnixTimeSeconds() > newest))
                newest = at.ToUnixTimeSeconds();
        }

        var advance = new FeedAdvance(page.NextCursor, page.IsLastPage, page.Licence, changed.Count > 0, newest, _now)
        {
            LowModified = items.Min(i => i.Change.Modified),
            JumpedBack = JumpedBack(items),
        };
        return writer.AdvanceFeedAsync(page.FeedId, advance, cancel);
    }
}
