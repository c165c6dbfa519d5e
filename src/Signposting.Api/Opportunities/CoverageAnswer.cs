using Signposting.Store.Feeds;

namespace Signposting.Api.Opportunities;

/// <summary>How much of the feeds has been read: an empty list of a service that has read nothing says nothing about the place.</summary>
internal sealed record CoverageAnswer
{
    /// <summary><c>none</c>: no feed was ever read; <c>partial</c>: some feeds were not read to their end yet; <c>complete</c>: every feed was, at least once.</summary>
    public required string State { get; init; }

    /// <summary>When a feed last answered; absent when none ever did. GET /v1/feeds has each.</summary>
    public DateTimeOffset? LastRead { get; init; }

    public const string None = "none";

    public static CoverageAnswer Of(Coverage coverage) => new()
    {
        State = coverage.LastRead is null ? None : coverage.Unfinished > 0 ? "partial" : "complete",
        LastRead = coverage.LastRead is { } read ? Hosting.LondonTime.Of(read) : null,
    };
}
