using Feeds.Harvester.Http;

namespace Feeds.Harvester.Rpde;

/// <summary>Reads feeds page by page. It follows nothing by itself: ask for <see cref="RpdePage.Next"/>, under a
/// <see cref="PagingGuard"/>.</summary>
public sealed class RpdeFeedReader(FeedHttp http, RpdeLimits? limits = null)
{
    private readonly RpdeLimits limits = limits ?? new RpdeLimits();

    /// <summary>Fetches and reads one page.</summary>
    public async Task<PageRead> ReadAsync(string url, CancellationToken cancel)
    {
        var fetched = await http.GetAsync(url, Wanted.Feed, cancel);
        if (!fetched.Succeeded)
        {
            return PageRead.Of(fetched.Fault);
        }

        var read = PageParser.Parse(fetched.Page, limits);
        if (!read.Succeeded)
        {
            fetched.Page.Dispose();
        }

        return read;
    }
}
