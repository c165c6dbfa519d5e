using Feeds.Harvester.Rpde;
using Signposting.Store.Feeds;

namespace Feeds.Harvester.Harvesting;

/// <summary>
/// Reads a feed's pages ahead of their commit, and fetches each while the one before is prepared: a feed that is left alone at the end of a harvest keeps
/// the writer busy all the same. Pages of lean sessions are gathered up to about what one page of whole opportunities holds:
/// a transaction writes every page of an index that it touches, so that three small ones cost three times as much as one.
/// </summary>
internal sealed class PagesAhead(FeedWalk walk, PagePreparation preparation, Func<bool> hasHadItsTurn, TimeProvider time) : IAsyncDisposable
{
    private const int MostPages = 4;
    private const int ManyItems = 1_500;
    private const long ManyBytes = 600 * 1024;

    /// <summary>What was read does not wait for a slow publisher: what is on its way then goes with the next ones.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromMilliseconds(500);

    /// <summary>A page that is read while the one before is prepared holds its memory meanwhile, which large ones would keep from others.</summary>
    private const int LargeBytes = 2 * 1024 * 1024;

    private Task<PageRead>? begun;

    /// <summary>Reads the page at a URL, and those after it that go with it. Its <see cref="PreparedPages.Next"/> is the URL for the next call.</summary>
    public async Task<PreparedPages> ReadAsync(Feed feed, string url, CancellationToken cancel)
    {
        var enough = Task.Delay(LongEnough, time, cancel);
        var pages = new List<PreparedPage>(1);
        begun ??= preparation.ReadAsync(url, cancel);
        while (true)
        {
            var read = await begun;
            begun = null;
            if (!read.Succeeded)
                return new PreparedPages { Pages = pages, Fault = read.Fault };
            var page = read.Page;
            var objection = walk.Guard.Check(page);
            var isLast = page.IsLast || objection is not null || hasHadItsTurn();
            if (!isLast && page.BodyBytes <= LargeBytes)
                begun = preparation.ReadAsync(page.Next, cancel);
            pages.Add(await preparation.PrepareAsync(feed, page, cancel));
            page.ForgetItems();
            if (isLast)
                return new PreparedPages { Pages = pages, Objection = objection };
            var next = new PreparedPages { Pages = pages, Next = page.Next };
            if (AreEnough(pages))
                return next;
            begun ??= preparation.ReadAsync(page.Next, cancel);
            if (await Task.WhenAny(begun, enough) != begun)
                return next;
        }
    }

    /// <summary>Gives back the memory of a page that was read and is not wanted any more. To be called when nothing is being read.</summary>
    public async ValueTask DisposeAsync()
    {
        if (begun is null)
            return;
        await ((Task)begun).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (begun.IsCompletedSuccessfully)
            (await begun).Page?.Dispose();
        begun = null;
    }

    /// <summary>Whether these make a transaction.</summary>
    public static bool AreEnough(List<PreparedPage> pages) =>
        pages.Count >= MostPages || pages.Sum(page => page.Changes.Count) >= ManyItems || pages.Sum(page => page.Bytes) >= ManyBytes;
}
