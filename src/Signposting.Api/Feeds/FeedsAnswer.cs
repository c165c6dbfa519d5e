namespace Signposting.Api.Feeds;

/// <summary>Every feed, and how it is doing.</summary>
internal sealed record FeedsAnswer
{
    /// <summary>Present and true when all data is made up.</summary>
    public bool? Demo { get; init; }

    /// <summary>Why nothing is harvested at the moment; absent while a harvester is at work.</summary>
    public HarvestAnswer? Harvest { get; init; }

    public required IReadOnlyList<FeedAnswer> Items { get; init; }

    /// <summary>Sources, catalogues and dataset sites that cannot be read, so that feeds behind them may be missing from the items. They are tried again by themselves.</summary>
    public required IReadOnlyList<SourceProblemAnswer> SourceProblems { get; init; }
}

/// <summary>A source, catalogue or dataset site that could not be read when it was last tried.</summary>
internal sealed record SourceProblemAnswer
{
    public required string Url { get; init; }

    /// <summary>What is wrong with it, and what an operator can do.</summary>
    public required FaultAnswer Fault { get; init; }

    public DateTimeOffset? NextTry { get; init; }
}

/// <summary>Why nothing is harvested. Searching goes on with what is held.</summary>
internal sealed record HarvestAnswer
{
    /// <summary>
    /// <c>store-full</c> or <c>store-away</c> (it goes on by itself once there is room, or the store is back), <c>waiting</c> (for another
    /// harvester on the same store) or <c>absent</c> (no process harvests into it).
    /// </summary>
    public required string Code { get; init; }

    /// <summary>What is wrong and what an operator can do.</summary>
    public required string Text { get; init; }

    /// <summary>When it began, where that is known.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>A feed and how it is doing.</summary>
internal sealed record FeedAnswer
{
    public required string Url { get; init; }

    /// <summary>The type it publishes (<c>ScheduledSession</c>, …); <c>unknown</c> when its dataset site does not say.</summary>
    public required string Kind { get; init; }

    /// <summary>The dataset site.</summary>
    public required string Dataset { get; init; }

    public string? Publisher { get; init; }

    public string? Licence { get; init; }

    /// <summary><c>harvesting</c>, <c>waiting</c> (read to its end), <c>stalled</c> (nothing new for five days), <c>error</c> or <c>gone</c>.</summary>
    public required string State { get; init; }

    /// <summary>When it last answered properly.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>When it last brought something new.</summary>
    public DateTimeOffset? LastChange { get; init; }

    public required long ItemsHeld { get; init; }

    /// <summary>Sessions whose opportunity nobody describes.</summary>
    public required long Orphans { get; init; }

    public required IReadOnlyList<RejectedAnswer> Rejected { get; init; }

    /// <summary>Seconds since <c>lastSuccess</c>; absent when it never answered.</summary>
    public long? LagSeconds { get; init; }

    /// <summary>What is wrong with it, and what an operator can do; absent when nothing is.</summary>
    public FaultAnswer? Fault { get; init; }

    public DateTimeOffset? NextTry { get; init; }
}

/// <summary>Records that cannot be kept, counted by reason, with the words of one.</summary>
internal sealed record RejectedAnswer
{
    public required string Reason { get; init; }

    public required long Count { get; init; }

    public string? Example { get; init; }

    /// <summary>What an operator can do.</summary>
    public required string Advice { get; init; }
}

/// <summary>What is wrong with a feed or a source: a stable code and a sentence or two.</summary>
internal sealed record FaultAnswer(string Code, string Text);
