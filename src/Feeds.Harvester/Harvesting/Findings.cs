using Feeds.Harvester.Catalogues;
using Signposting.Store.Feeds;

namespace Feeds.Harvester.Harvesting;

/// <summary>What one walk through the sources came upon, to be compared with what the store remembers.</summary>
internal sealed class Findings
{
    private readonly HashSet<string> feeds = new(StringComparer.Ordinal);
    private readonly HashSet<string> datasets = new(StringComparer.Ordinal);
    private readonly HashSet<string> failures = new(StringComparer.Ordinal);
    private readonly List<string> highFailures = [];

    public void Note(Discovered discovered)
    {
        switch (discovered)
        {
            case Discovered.Dataset dataset:
                datasets.Add(Registrations.DatasetUrl(dataset));
                feeds.UnionWith(dataset.Site.Feeds.Select(feed => feed.Url));
                break;
            case Discovered.Feed feed:
                feeds.Add(feed.Url);
                break;
            case Discovered.Failure failure:
                failures.Add(failure.Url);
                if (failure.Position.Count <= 2)
                    highFailures.Add(failure.Url);
                break;
        }
    }

    public bool HasFailed(string url) => failures.Contains(url);

    /// <summary>Feeds whose dataset site was read and does not list them, until their records are removed. A feed may have moved to another dataset.</summary>
    public IEnumerable<FeedStatus> Left(IReadOnlyList<FeedStatus> known) =>
        known.Where(feed => !(Roster.HasLeft(feed) && feed.PurgedAt is not null) && datasets.Contains(feed.Dataset.Url) && !feeds.Contains(feed.Url));

    /// <summary>
    /// Feeds that cannot be found at the moment because something above them cannot be read: their own dataset site, or a
    /// source or catalogue, which may have held any of them.
    /// </summary>
    public IEnumerable<FeedStatus> OutOfSight(IReadOnlyList<FeedStatus> known)
    {
        var sites = known.SelectMany(feed => new[] { feed.Url, feed.Dataset.Url }).ToHashSet(StringComparer.Ordinal);
        var isAnyOutOfSight = highFailures.Exists(url => !sites.Contains(url));
        return known.Where(feed => !Roster.HasLeft(feed) && !feeds.Contains(feed.Url)
            && (isAnyOutOfSight || failures.Contains(feed.Url) || failures.Contains(feed.Dataset.Url)));
    }
}
