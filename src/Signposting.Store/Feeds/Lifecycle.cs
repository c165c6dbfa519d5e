namespace Signposting.Store.Feeds;

/// <summary>Where a feed stands in being read again from the start (docs/decisions/0013).</summary>
public enum ResyncPhase : byte
{
    None = 0,

    /// <summary>It is read from the start; what is met is marked.</summary>
    Reading = 1,

    /// <summary>Its end was reached; what was not met is being removed.</summary>
    Sweeping = 2,
}

/// <summary>Why a feed is read again from the start: stable codes, as <see cref="FeedStatus.ResyncReason"/>.</summary>
public static class ResyncReasons
{
    /// <summary>It was out of reach for longer than publishers keep tombstones.</summary>
    public const string TombstonesMissed = "tombstones-missed";

    /// <summary>It said things older than it had said before, as after a restored backup.</summary>
    public const string JumpedBack = "jumped-back";

    /// <summary>The publisher no longer knows the page that we had come to, but the feed's first one.</summary>
    public const string CursorGone = "cursor-gone";
}

/// <summary>How long a feed has been gone, and what that means for its records.</summary>
public enum GoneStage
{
    /// <summary>Seen once, or again too soon: nothing changes.</summary>
    Noticed,

    /// <summary>Seen again ten minutes later or more: its records are to be left out of answers.</summary>
    Confirmed,

    /// <summary>It has lasted six hours or more: its records are to be removed.</summary>
    Lasting,

    /// <summary>They were removed.</summary>
    Purged,
}

/// <summary>What the store keeps of a feed's coming and going; times are Unix seconds.</summary>
internal sealed record LifecycleRow
{
    public required string? Cursor { get; init; }

    public required long? GoneSince { get; init; }

    public required bool IsConcealed { get; init; }

    public required long? PurgedAt { get; init; }

    public required ResyncPhase Phase { get; init; }

    public required string? Reason { get; init; }

    public required long? ResyncAt { get; init; }

    public required long Generation { get; init; }
}
