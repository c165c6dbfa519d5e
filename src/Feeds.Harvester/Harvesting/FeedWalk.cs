using Feeds.Harvester.Progress;
using Feeds.Harvester.Rpde;
using Signposting.Store.Feeds;

namespace Feeds.Harvester.Harvesting;

/// <summary>What the harvester remembers of a feed between two turns. One turn at a time touches it.</summary>
internal sealed class FeedWalk(Feed feed, FeedProgress progress)
{
    public string Url => Feed.Url;

    /// <summary>Whom its requests go to; feeds of one host share its places (<see cref="Schedule"/>).</summary>
    public string Host { get; } = Uri.TryCreate(feed.Url, UriKind.Absolute, out var url) ? url.Authority : feed.Url;

    /// <summary>The feed as the store had it at the start of the last turn.</summary>
    public Feed Feed { get; set; } = feed;

    public FeedProgress Progress { get; } = progress;

    /// <summary>Watches the pages since the end was last reached, across turns.</summary>
    public PagingGuard Guard { get; set; } = new();

    /// <summary>Turns in a row that failed.</summary>
    public int Failures { get; set; }

    /// <summary>Its dataset site no longer lists it: it has no further turn.</summary>
    public volatile bool HasLeft;

    /// <summary>Items were committed since the store counted the feed, or it was never counted in this run of the program.</summary>
    public volatile bool NeedsCount = true;
}
