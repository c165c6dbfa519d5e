using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Commit;

/// <summary>What the items of a page come to: rows to write, rows to take away, and what has to be derived again.</summary>
internal sealed class PageRows(
    long feedId, DateTimeOffset now, PageSubjects subjects, Dictionary<(long, long), (long Id, bool IsNew)> variants, int items)
{
    /// <summary>Of the item at hand.</summary>
    private readonly ItemRefsBuilder _refs = new();

    /// <summary>Where the subjects of the next item begin.</summary>
    private int _named;

    private readonly long _now = now.ToUnixTimeSeconds();

    public List<ItemRow> Items { get; } = new(items);

    /// <summary>Items that are held no longer.</summary>
    public List<long> Forgotten { get; } = [];

    public List<SessionRow> Sessions { get; } = [];

    public List<SessionRef> OldSessions { get; } = [];

    /// <summary>Sessions that are written once more.</summary>
    public List<SessionRef> Replaced { get; } = [];

    public List<FragmentRow> Fragments { get; } = new(items);

    public List<FragmentKey> OldFragments { get; } = [];

    public Descriptions Descriptions { get; } = new();

    /// <summary>Subjects that have to be derived again.</summary>
    public HashSet<long> Dirty { get; } = new(items);

    /// <summary>Subjects of which a session was published, be it over.</summary>
    public HashSet<long> Times { get; } = [];

    public int Kept { get; private set; }

    public int Deleted { get; private set; }

    public int Rejected { get; private set; }

    public int Over { get; private set; }

    public static bool IsOver(SessionChange session, DateTimeOffset now) => (session.End ?? session.Start) < now;

    /// <param name="item">The next one of the page.</param>
    /// <param name="held">What is known of the item; null: nothing.</param>
    public void Add(PreparedItem item, ItemRow? held)
    {
        var named = subjects.Of(item, ref _named);
        var kept = _refs;
        kept.Clear();
        if (item.Kind == ChangeKind.Updated && (held is { State: ItemState.Held } || !IsWhollyOver(item)))
            Describe(item, named, kept);
        if (held is { State: ItemState.Held })
            Forget(item.Key, held, kept);
        switch (item.Kind)
        {
            case ChangeKind.Deleted:
                Deleted++;
                Items.Add(NewRow(item, held, ItemState.Deleted) with { At = _now });
                break;
            case ChangeKind.Rejected:
                Rejected++;
                Items.Add(NewRow(item, held, ItemState.Rejected) with { Reason = item.Rejection!.Reason, Detail = item.Rejection.Detail });
                break;
            case var _ when kept.IsEmpty:
                Over++;
                if (held is not null)
                    Forgotten.Add(item.Key);
                break;
            default:
                Kept++;
                Items.Add(NewRow(item, held, kept));
                break;
        }
    }

    private static ItemRow NewRow(PreparedItem item, ItemRow? held, ItemState state) => new()
    {
        Key = item.Key,
        IsNew = held is null,
        Modified = item.Modified,
        State = state,
        Hash = item.Hash,
    };

    private static ItemRow NewRow(PreparedItem item, ItemRow? held, ItemRefsBuilder refs) => new()
    {
        Key = item.Key,
        IsNew = held is null,
        Modified = item.Modified,
        State = ItemState.Held,
        Hash = item.Hash,
        SubjectId = refs.SubjectId,
        Start = refs.Start,
        Refs = refs.ToBytes(),
    };

    /// <summary>Publishers leave events of years ago in their feeds: one that was never held is not worth a record.</summary>
    private bool IsWhollyOver(PreparedItem item)
    {
        var own = Array.Find(item.Fragments, fragment => fragment.Origin == FragmentOrigin.Own);
        var isDated = own?.Type is OpportunityType.Event or OpportunityType.ScheduledSession or OpportunityType.HeadlineEvent or OpportunityType.CourseInstance;
        return isDated && (own!.PeriodEnd is not null || item.Sessions.Length > 0) && !(own.PeriodEnd >= now)
            && Array.TrueForAll(item.Sessions, session => IsOver(session.Change, now));
    }

    private void Describe(PreparedItem item, ReadOnlySpan<long> named, ItemRefsBuilder refs)
    {
        var isOfOthers = item.Fragments.Length > 0 && !Array.Exists(item.Fragments, fragment => fragment.Origin == FragmentOrigin.Own);
        for (var i = 0; i < item.Sessions.Length; i++)
            AddSession(item, item.Sessions[i], named[i], refs);
        if (isOfOthers && refs.IsEmpty)
            return;
        var at = item.Sessions.Length;
        foreach (var fragment in item.Fragments)
        {
            var row = NewFragment(item, fragment, named[at++], fragment.Parent is null ? null : named[at++]);
            Fragments.Add(row);
            Descriptions.Add(row);
            refs.Fragments.Add((row.SubjectId, row.Origin));
        }
    }

    private void AddSession(PreparedItem item, PreparedSession prepared, long subjectId, ItemRefsBuilder refs)
    {
        var session = prepared.Change;
        Times.Add(subjectId);
        if (IsOver(session, now))
            return;
        long? variantId = null;
        if (prepared.Variant is { } variant)
        {
            variantId = variants[(subjectId, variant.Hash)].Id;
            Dirty.Add(subjectId);
        }

        var start = session.Start.ToUnixTimeSeconds();
        Sessions.Add(new SessionRow
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

    private FragmentRow NewFragment(PreparedItem item, PreparedFragment fragment, long subjectId, long? parentId)
    {
        var isEmbedded = fragment.Origin == FragmentOrigin.Embedded;
        return new FragmentRow
        {
            SubjectId = subjectId,
            Origin = (byte)fragment.Origin,
            FeedId = feedId,
            ItemKey = isEmbedded ? 0 : item.Key,
            Type = fragment.Type,
            ParentId = parentId,
            Modified = item.Modified,
            ModifiedAt = isEmbedded ? null : item.ModifiedAt,
            HarvestedAt = item.HarvestedAt ?? _now,
            Hash = ContentHash.Mix(fragment.DocHash, (long)fragment.Type, parentId ?? 0),
            Doc = fragment.Doc,
            Original = fragment.Origin == FragmentOrigin.Own ? item.Original : null,
            Prepared = fragment,
        };
    }

    /// <summary>Takes away what the item's earlier version left and its new one does not have.</summary>
    private void Forget(long key, ItemRow held, ItemRefsBuilder kept)
    {
        var old = ItemRefs.Of(held);
        for (var i = 0; i < old.Sessions.Count; i++)
        {
            var (subjectId, start) = old.Sessions[i];
            var isReplaced = i < kept.Sessions.Count && kept.Sessions[i] == (subjectId, start);
            (isReplaced ? Replaced : OldSessions).Add(new SessionRef(subjectId, start, key, i));
        }

        foreach (var (subjectId, origin) in old.Fragments)
        {
            if (origin != (byte)FragmentOrigin.Embedded && !kept.Fragments.Contains((subjectId, origin)))
                OldFragments.Add(new FragmentKey(subjectId, origin, feedId, key));
            if (!kept.Fragments.Contains((subjectId, origin)))
                Dirty.Add(subjectId);
        }
    }
}
