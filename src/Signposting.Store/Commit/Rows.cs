using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.Commit;

internal sealed record LockedFeed(long DatasetId, string Url, string? Cursor)
{
    /// <summary>Every item that is met is to be marked with it: the feed is being resynchronised. Null: it is not.</summary>
    public long? MarkWith { get; init; }

    /// <summary>The lowest <c>modified</c> of the latest page that had any.</summary>
    public long? LowModified { get; init; }

    public bool IsGone { get; init; }
}

internal sealed record FeedAdvance(string Cursor, bool ReachedEnd, string? Licence, bool Changed, long? NewestModified, long Now)
{
    public long? LowModified { get; init; }

    /// <summary>All that the page says is older than anything on the page before.</summary>
    public bool JumpedBack { get; init; }
}

internal enum ItemState : byte
{
    Held = 0,
    Rejected = 1,
    Deleted = 2,
}

/// <summary>What is known of one RPDE item. <see cref="SubjectId"/> and <see cref="Start"/> name its one session; <see cref="Refs"/> all when there is more.</summary>
internal sealed record ItemRow
{
    public required long Key { get; init; }

    /// <summary>This transaction has asked for it, and there was none.</summary>
    public bool IsNew { get; init; }

    public long? Modified { get; init; }

    public required ItemState State { get; init; }

    public long Hash { get; init; }

    public long? SubjectId { get; init; }

    public long? Start { get; init; }

    public byte[]? Refs { get; init; }

    public string? Reason { get; init; }

    public string? Detail { get; init; }

    /// <summary>When it was deleted (Unix seconds).</summary>
    public long? At { get; init; }
}

internal readonly record struct SessionRef(long SubjectId, long Start, long ItemKey, int Ord);

internal readonly record struct FragmentKey(long SubjectId, byte Origin, long FeedId, long ItemKey);

/// <summary>Bits of <see cref="SessionRow.Flags"/>: 0–1 status, 2 embedded, 3 whole.</summary>
[Flags]
internal enum SessionFlags : byte
{
    None = 0,
    StatusMask = 3,
    Embedded = 4,
    Whole = 8,
}

internal sealed record SessionRow
{
    public required long SubjectId { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long Start { get; init; }

    public long ItemKey { get; init; }

    public int Ord { get; init; }

    /// <summary>Duration; null when unknown.</summary>
    public long? Seconds { get; init; }

    public SessionFlags Flags { get; init; }

    public int? Remaining { get; init; }

    public long? VariantId { get; init; }

    public string? Url { get; init; }

    public SessionStatus Status => (SessionStatus)(Flags & SessionFlags.StatusMask);
}

internal sealed record VariantRow
{
    public long Id { get; init; }

    public required long SubjectId { get; init; }

    public required long Hash { get; init; }

    public required OpportunityType Type { get; init; }

    public required long FeedId { get; init; }

    public long? ModifiedAt { get; init; }

    public required long HarvestedAt { get; init; }

    public required byte[] Doc { get; init; }
}

internal sealed record FragmentRow
{
    /// <summary>0 until it is written.</summary>
    public long Id { get; set; }

    public required long SubjectId { get; init; }

    public required byte Origin { get; init; }

    public required long FeedId { get; init; }

    /// <summary>0 for embedded ones: the newest child's view counts for all.</summary>
    public required long ItemKey { get; init; }

    public required OpportunityType Type { get; init; }

    public long? ParentId { get; init; }

    public long? Modified { get; init; }

    public long? ModifiedAt { get; init; }

    public required long HarvestedAt { get; init; }

    /// <summary>Of type, parent and document.</summary>
    public required long Hash { get; init; }

    public required byte[] Doc { get; init; }

    /// <summary>The item's data, compressed (<see cref="Harvest.Originals"/>); not read back with the rest.</summary>
    public byte[]? Original { get; init; }

    /// <summary>What it was made of; null when it was read back.</summary>
    public PreparedFragment? Prepared { get; init; }
}

/// <summary>All that a derivation needs to know of a subject.</summary>
internal sealed record SubjectState
{
    public required long Id { get; init; }

    public required SubjectKey Key { get; init; }

    public required long DatasetId { get; init; }

    public required FragmentRow[] Fragments { get; init; }

    /// <summary>Those that a session still names.</summary>
    public required IReadOnlyList<VariantRow> Variants { get; init; }

    public required bool HasSessions { get; init; }

    /// <summary>Some fragment names it as parent.</summary>
    public required bool HasChildren { get; init; }
}

/// <summary>What a derivation found out about a subject.</summary>
internal readonly record struct SubjectOutcome(long SubjectId, bool Described, long? RootId, string? Reason, string? Detail);

[Flags]
internal enum OpportunityFlags : byte
{
    None = 0,

    /// <summary>Can be taken part in online.</summary>
    Online = 1,

    /// <summary>Is at a place.</summary>
    Placed = 2,

    /// <summary>Shows only some variants: see <see cref="OpportunityRow.Split"/>.</summary>
    Split = 4,

    /// <summary>Shows the sessions of its individual facilities too.</summary>
    Parts = 8,

    /// <summary>Cancelled or postponed as a whole: it can be looked up, and is never a result.</summary>
    Off = 16,

    /// <summary>Records of other datasets of the same class are shown under it.</summary>
    Speaks = 32,

    /// <summary>Shown under a record of another dataset: its id leads there, and it is never a result.</summary>
    Spoken = 64,
}

internal sealed record OpportunityRow
{
    public long Id { get; init; }

    public required string PublicId { get; init; }

    public required long SubjectId { get; init; }

    public required OpportunityType Type { get; init; }

    public required long FeedId { get; init; }

    /// <summary>Whose document it is when <see cref="Doc"/> is null.</summary>
    public long? FragmentId { get; init; }

    public long? ModifiedAt { get; init; }

    public required long HarvestedAt { get; init; }

    public required OpportunityFlags Flags { get; init; }

    /// <summary>Variant ids whose sessions it shows, 0 for sessions without one; null: all.</summary>
    public long[]? Split { get; init; }

    public GeoPoint? Point { get; init; }

    public long? Starts { get; init; }

    public long? Ends { get; init; }

    /// <summary>Term ids.</summary>
    public required int[] Activities { get; init; }

    /// <summary>Over everything but id and times of harvesting: equal means there is nothing to write.</summary>
    public required long Hash { get; init; }

    public Facets Facets { get; init; }

    /// <summary>Signature of its words; not read back.</summary>
    public byte[]? Words { get; init; }

    public byte[]? Doc { get; init; }

    /// <summary>See <see cref="SameClass.ClassLikeness"/>; null: never of one class with another.</summary>
    public long? Likeness { get; init; }

    /// <summary>Of its subject; not read back.</summary>
    public long DatasetId { get; init; }

    /// <summary>The public id that its <c>@id</c> makes, when another dataset's record has that one (<see cref="Namesakes"/>); not read back.</summary>
    public string? SharedId { get; init; }
}
