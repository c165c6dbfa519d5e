namespace Signposting.Store.Feeds;

/// <summary>A dataset as its dataset site describes it.</summary>
public sealed record Dataset
{
    /// <summary>URL of the dataset site; the origin of the feed when a feed was named directly.</summary>
    public required string Url { get; init; }

    public string? Name { get; init; }

    public string? Publisher { get; init; }

    public string? Licence { get; init; }
}

/// <summary>A feed to be harvested.</summary>
public sealed record FeedRegistration
{
    public required string Url { get; init; }

    /// <summary>The type that the dataset site names (<c>ScheduledSession</c>, <c>Slot</c>, …); <c>unknown</c> when it names none.</summary>
    public required string Kind { get; init; }

    public required Dataset Dataset { get; init; }

    /// <summary>The dataset site's estimate, for progress.</summary>
    public long? TotalItems { get; init; }
}

/// <summary>A feed as the harvester needs it.</summary>
public sealed record Feed
{
    public required long Id { get; init; }

    public required string Url { get; init; }

    public required string Kind { get; init; }

    public required Dataset Dataset { get; init; }

    /// <summary>Where to go on; null: at the start.</summary>
    public string? Cursor { get; init; }

    /// <summary>The last page was reached at least once.</summary>
    public bool ReachedEnd { get; init; }

    public long? TotalItems { get; init; }

    public DateTimeOffset? NextTry { get; init; }

    /// <summary>When it last answered properly.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>Whether it is being read again from its start.</summary>
    public ResyncPhase Resync { get; init; }

    /// <summary>Why it is, or should be: see <see cref="ResyncReasons"/>.</summary>
    public string? ResyncReason { get; init; }

    /// <summary>When that was last begun.</summary>
    public DateTimeOffset? ResyncAt { get; init; }
}

/// <summary>The states of <c>GET /v1/feeds</c>.</summary>
public enum FeedState : byte
{
    /// <summary>Being read, or waiting for its turn to be read, before its end was reached.</summary>
    Harvesting = 0,

    /// <summary>Read to its end; polled again at <see cref="FeedStatus.NextTry"/>.</summary>
    Waiting = 1,

    /// <summary>It answers, but has said nothing new for five days.</summary>
    Stalled = 2,

    /// <summary>The last attempt failed; <see cref="FeedStatus.Fault"/> says why.</summary>
    Error = 3,

    /// <summary>It left its dataset site, or answers 404 or 410.</summary>
    Gone = 4,
}

/// <summary>Why a feed cannot be read.</summary>
/// <param name="Code">A stable code such as <c>http-404</c>.</param>
/// <param name="Text">One sentence for an operator.</param>
public sealed record FeedFault(string Code, string Text);

/// <summary>What the harvester has to say of a feed after an attempt that did not commit a page, or of its waiting.</summary>
public sealed record FeedReport
{
    public required FeedState State { get; init; }

    public FeedFault? Fault { get; init; }

    public DateTimeOffset? NextTry { get; init; }

    /// <summary>The feed answered properly at this moment (also when it had nothing new).</summary>
    public bool Reached { get; init; }
}

/// <summary>A count of rejected records with one example.</summary>
public sealed record RejectionCount(string Reason, long Count, string? Example);

/// <summary>All that is known of a feed.</summary>
public sealed record FeedStatus
{
    public required long Id { get; init; }

    public required string Url { get; init; }

    public required string Kind { get; init; }

    public required Dataset Dataset { get; init; }

    public required FeedState State { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>When a page last brought something new.</summary>
    public DateTimeOffset? LastChange { get; init; }

    /// <summary>The publisher's own time of the newest item, where <c>modified</c> can be read as a time.</summary>
    public DateTimeOffset? NewestModified { get; init; }

    public long Pages { get; init; }

    public long ItemsHeld { get; init; }

    /// <summary>Sessions held whose parent nobody describes.</summary>
    public long Orphans { get; init; }

    public IReadOnlyList<RejectionCount> Rejected { get; init; } = [];

    public FeedFault? Fault { get; init; }

    public DateTimeOffset? NextTry { get; init; }

    public long? TotalItems { get; init; }

    /// <summary>Since when it answers 404 or 410, or is missing on its dataset site.</summary>
    public DateTimeOffset? GoneSince { get; init; }

    /// <summary>Its records are left out of answers, because it is gone.</summary>
    public bool IsConcealed { get; init; }

    /// <summary>When its records were removed, because it was gone for long.</summary>
    public DateTimeOffset? PurgedAt { get; init; }

    public ResyncPhase Resync { get; init; }

    /// <summary>Why it is read again from its start, or why it will be as soon as a week has passed since the last time.</summary>
    public string? ResyncReason { get; init; }

    /// <summary>When it last said only things that are older than what it had said before.</summary>
    public DateTimeOffset? JumpedBackAt { get; init; }
}
