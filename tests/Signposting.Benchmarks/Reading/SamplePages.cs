using Feeds.Harvester.Catalogues;
using Feeds.Harvester.Http;
using Feeds.Harvester.Rpde;

namespace Signposting.Benchmarks.Reading;

/// <summary>All pages with items of all feeds of a dataset site, held in memory.</summary>
internal static class SamplePages
{
    public static async Task<IReadOnlyList<FetchedPage>> FetchAsync(Uri datasetSite, CancellationToken cancel)
    {
        // Pages are kept, which the harvester never does.
        using var http = new FeedHttp(new FeedHttpOptions
        {
            TrustedOrigins = TrustedOrigins.Parse([datasetSite.GetLeftPart(UriPartial.Authority)]),
            Limits = new FetchLimits { SharedBytes = int.MaxValue },
        });
        var pages = new List<FetchedPage>();
        await foreach (var found in new Discovery(new SourceReader(http)).WalkAsync([datasetSite.AbsoluteUri], cancel))
        {
            foreach (var feed in found is Discovered.Dataset dataset ? dataset.Site.Feeds : [])
                await AddAsync(pages, http, feed.Url, cancel);
        }

        return pages;
    }

    private static async Task AddAsync(List<FetchedPage> pages, FeedHttp http, string url, CancellationToken cancel)
    {
        while (true)
        {
            var fetched = await http.GetAsync(url, Wanted.Feed, cancel);
            if (!fetched.Succeeded)
                throw new BenchmarkException($"{url}: {fetched.Fault.Text}");
            if (PageParser.Parse(fetched.Page, new RpdeLimits()).Page is not { IsLast: false } read)
                return;
            pages.Add(fetched.Page);
            url = read.Next;
        }
    }
}
