using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Feeds.Harvester.Catalogues;

/// <summary>One walk of <see cref="Discovery"/>: what was visited, what was claimed, and where findings go.</summary>
internal sealed class Walk(SourceReader reader, DiscoveryLimits limits, ChannelWriter<Discovered> found) : IDisposable
{
    private readonly SemaphoreSlim places = new(limits.AtOnce, limits.AtOnce);
    private readonly ConcurrentDictionary<string, byte> visited = new(StringComparer.Ordinal);
    private readonly HashSet<string> claimed = new(StringComparer.Ordinal);
    private int pages;
    private int pageLimitTold;
    private bool feedLimitTold;

    public Task VisitAllAsync(IReadOnlyList<string> urls, int[] parent, CancellationToken cancel) =>
        Task.WhenAll(urls.Select((url, index) => VisitAsync(url, [.. parent, index], cancel)));

    public void Dispose() => places.Dispose();

    private async Task VisitAsync(string url, int[] position, CancellationToken cancel)
    {
        if (!visited.TryAdd(url, 0) || !IsWithinLimits(url, position))
        {
            return;
        }

        SourceRead read;
        await places.WaitAsync(cancel);
        try
        {
            read = await reader.ReadAsync(url, cancel);
        }
        finally
        {
            places.Release();
        }

        if (!read.Succeeded)
        {
            found.TryWrite(new Discovered.Failure(position, url, read.Fault));
            return;
        }

        await FollowAsync(read.Source, url, position, cancel);
    }

    private bool IsWithinLimits(string url, int[] position)
    {
        if (position.Length - 1 > limits.Depth)
        {
            found.TryWrite(new Discovered.Failure(position, url, SourceFaults.TooDeep(url, limits.Depth)));
            return false;
        }

        if (Interlocked.Increment(ref pages) <= limits.Pages)
        {
            return true;
        }

        if (Interlocked.Exchange(ref pageLimitTold, 1) == 0)
        {
            found.TryWrite(new Discovered.Failure(position, url, SourceFaults.TooManyPages(limits.Pages)));
        }

        return false;
    }

    private async Task FollowAsync(Source source, string url, int[] position, CancellationToken cancel)
    {
        switch (source)
        {
            case Source.Collection collection:
                await VisitAllAsync(collection.Parts, position, cancel);
                break;
            case Source.Catalogue catalogue:
                TakeEmbedded(catalogue, position);
                await VisitAllAsync([.. catalogue.Datasets, .. catalogue.Parts], position, cancel);
                break;
            case Source.Dataset dataset:
                Take(dataset.Site, url, position);
                break;
            case Source.Feed feed:
                TakeFeed(feed.Url, position);
                break;
        }
    }

    /// <summary>Embedded datasets come after the linked ones, so that positions stay unique.</summary>
    private void TakeEmbedded(Source.Catalogue catalogue, int[] position)
    {
        var linked = catalogue.Datasets.Count + catalogue.Parts.Count;
        foreach (var (index, site) in catalogue.Embedded.Index())
        {
            Take(site, site.Url, [.. position, linked + index]);
        }
    }

    private void Take(DatasetSite site, string url, int[] position)
    {
        List<DatasetFeed> own = [];
        foreach (var feed in site.Feeds)
        {
            if (Claim(feed.Url, position))
            {
                own.Add(feed);
            }
        }

        found.TryWrite(new Discovered.Dataset(position, url, site with { Feeds = own }));
    }

    private void TakeFeed(string url, int[] position)
    {
        if (Claim(url, position))
        {
            found.TryWrite(new Discovered.Feed(position, url));
        }
    }

    private bool Claim(string feed, int[] position)
    {
        lock (claimed)
        {
            if (claimed.Count < limits.Feeds)
            {
                return claimed.Add(feed);
            }

            if (!feedLimitTold && !claimed.Contains(feed))
            {
                feedLimitTold = true;
                found.TryWrite(new Discovered.Failure(position, feed, SourceFaults.TooManyFeeds(limits.Feeds)));
            }

            return false;
        }
    }
}
