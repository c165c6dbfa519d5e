namespace Signposting.Store.Harvest;

/// <summary>One page of a feed, ready to be written with its cursor in one transaction.</summary>
public sealed class PageCommit
{
    public required long FeedId { get; init; }

    /// <summary>The cursor this page was read from (null at the start of the feed); the commit is refused when the store has moved on.</summary>
    public required string? Cursor { get; init; }

    /// <summary>The page's <c>next</c>, byte for byte.</summary>
    public required string NextCursor { get; init; }

    public required PreparedChanges Changes { get; init; }

    /// <summary>It was the last page: the feed has been read to its end.</summary>
    public bool IsLastPage { get; init; }

    /// <summary>The page's licence (URL), when it names one.</summary>
    public string? Licence { get; init; }
}

/// <summary>What became of a page.</summary>
public sealed record CommitResult
{
    /// <summary>False: another harvester moved the cursor; nothing was written.</summary>
    public required bool Committed { get; init; }

    /// <summary>Items whose content is now held (written, or held already and unchanged).</summary>
    public int Kept { get; init; }

    /// <summary>Tombstones.</summary>
    public int Deleted { get; init; }

    public int Rejected { get; init; }

    /// <summary>Items that only speak of sessions that are over: not stored.</summary>
    public int Over { get; init; }

    /// <summary>All that the page says is older than anything on the page before: the publisher went back.</summary>
    public bool JumpedBack { get; init; }

    /// <summary>Items older than what is held, and repeated ones: ignored.</summary>
    public int Unchanged { get; init; }
}
