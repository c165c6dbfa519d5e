using System.Collections.Concurrent;
using System.Threading.Channels;
using Feeds.Harvester.Http;

namespace Feeds.Harvester.Catalogues;

/// <summary>One walk of <see cref="Discovery"/>: what was visited, what was claimed, and where findings go.</summary>
internal sealed class Walk(SourceReader reader, DiscoveryLimits limits, ChannelWriter<Discovered> found) : IDisposable
{
    private readonly SemaphoreSlim places = new(limits.AtOnce, limits.AtOnce);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> hosts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> visited = new(StringComparer.Ordinal);
    private readonly HashSet<string> claimed = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private int pages;
    private bool feedLimitTold;

    public Task VisitAllAsync(IReadOnlyList<string> urls, CancellationToken cancel) =>
        Task.WhenAll(urls.Select((url, index) => VisitAsync(url, [index], new Branch(url, limits), cancel)));

    public void Dispose()
    {
        places.Dispose();
        foreach (var host in hosts.Values)
        {
            host.Dispose();
        }
    }

    private async Task VisitAsync(string url, int[] position, Branch branch, CancellationToken cancel)
    {
        if (!visited.TryAdd(url, 0) || !IsWithinLimits(url, position, branch))
        {
            return;
        }

        var read = await ReadAsync(url, cancel);
        if (read.Succeeded)
        {
            await FollowAsync(read.Source, url, position, branch, cancel);
        }
        else
        {
            Fail(position, url, read.Fault);
        }
    }

    /// <summary>Waits for a place at the host before one of all: who waits for a host that does not answer keeps nobody else waiting.</summary>
    private async Task<SourceRead> ReadAsync(string url, CancellationToken cancel)
    {
        var name = FeedUrl.TryParse(url, out var uri, out _) ? uri.Authority : "";
        var host = hosts.GetOrAdd(name, _ => new SemaphoreSlim(limits.AtOncePerHost, limits.AtOncePerHost));
        await host.WaitAsync(cancel);
        try
        {
            await places.WaitAsync(cancel);
            try
            {
                return await reader.ReadAsync(url, cancel);
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            host.Release();
        }
    }

    private bool IsWithinLimits(string url, int[] position, Branch branch)
    {
        if (position.Length - 1 > limits.Depth)
        {
            Fail(position, url, SourceFaults.TooDeep(url, limits.Depth));
            return false;
        }

        lock (gate)
        {
            var (isWithin, isNews) = branch.TakePage();
            if (isNews)
            {
                Fail(position, branch.Url, SourceFaults.TooManyPagesBelow(branch.Url, limits.PagesPerBranch));
            }

            if (!isWithin || ++pages <= limits.Pages)
            {
                return isWithin;
            }

            if (pages == limits.Pages + 1)
            {
                Fail(position, url, SourceFaults.TooManyPages(limits.Pages));
            }

            return false;
        }
    }

    private async Task FollowAsync(Source source, string url, int[] position, Branch branch, CancellationToken cancel)
    {
        switch (source)
        {
            case Source.Collection collection:
                await VisitPartsAsync(collection.Parts, url, position, branch, cancel);
                break;
            case Source.Catalogue catalogue:
                TakeEmbedded(catalogue, position, branch);
                await VisitPartsAsync([.. catalogue.Datasets, .. catalogue.Parts], url, position, branch, cancel);
                break;
            case Source.Dataset dataset:
                Take(dataset.Site, url, position, branch);
                break;
            case Source.Feed feed:
                TakeFeed(feed.Url, position, branch);
                break;
        }
    }

    /// <summary>Below a configured source every part is a branch of its own; what is deeper belongs to the branch above it.</summary>
    private Task VisitPartsAsync(IReadOnlyList<string> urls, string parent, int[] position, Branch branch, CancellationToken cancel)
    {
        if (urls.Count > limits.Links)
        {
            Fail(position, parent, SourceFaults.TooManyLinks(parent, limits.Links));
        }

        return Task.WhenAll(urls.Take(limits.Links).Select((url, index) =>
            VisitAsync(url, [.. position, index], position.Length == 1 ? new Branch(url, limits) : branch, cancel)));
    }

    /// <summary>Embedded datasets come after the linked ones, so that positions stay unique.</summary>
    private void TakeEmbedded(Source.Catalogue catalogue, int[] position, Branch branch)
    {
        var linked = catalogue.Datasets.Count + catalogue.Parts.Count;
        foreach (var (index, site) in catalogue.Embedded.Take(limits.Links).Index())
        {
            Take(site, site.Url, [.. position, linked + index], branch);
        }
    }

    private void Take(DatasetSite site, string url, int[] position, Branch branch)
    {
        List<DatasetFeed> own = [];
        foreach (var feed in site.Feeds)
        {
            if (Claim(feed.Url, position, branch))
            {
                own.Add(feed);
            }
        }

        found.TryWrite(new Discovered.Dataset(position, url, site with { Feeds = own }));
    }

    private void TakeFeed(string url, int[] position, Branch branch)
    {
        if (Claim(url, position, branch))
        {
            found.TryWrite(new Discovered.Feed(position, url));
        }
    }

    private bool Claim(string feed, int[] position, Branch branch)
    {
        lock (gate)
        {
            if (claimed.Contains(feed))
            {
                return false;
            }

            var (isWithin, isNews) = branch.TakeFeed();
            if (isNews)
            {
                Fail(position, branch.Url, SourceFaults.TooManyFeedsBelow(branch.Url, limits.FeedsPerBranch));
            }

            if (!isWithin || claimed.Count < limits.Feeds)
            {
                return isWithin && claimed.Add(feed);
            }

            if (!feedLimitTold)
            {
                feedLimitTold = true;
                Fail(position, feed, SourceFaults.TooManyFeeds(limits.Feeds));
            }

            return false;
        }
    }

    private void Fail(int[] position, string url, Fault fault) => found.TryWrite(new Discovered.Failure(position, url, fault));
}
