using Feeds.Harvester.Rpde;
using Signposting.Store.Feeds;

namespace Feeds.Harvester.Harvesting;

/// <summary>
/// Reads a feed's pages ahead of their commit. Pages of lean sessions are gathered up to about what one page of whole opportunities holds:
/// a transaction writes every page of an index that it touches, so that three small ones cost three times as much as one.
/// </summary>
internal sealed class PagesAhead(FeedWalk walk, PagePreparation preparation, Func<bool> hasHadItsTurn, TimeProvider time)
{
    private const int MostPages = 4;
    private const int ManyItems = 1_500;
    private const long ManyBytes = 600 * 1024;

    /// <summary>What was read does not wait for a slow publisher: what is on its way then goes with the next ones.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromMilliseconds(500);

    private Task<PreparedPage>? begun;

    /// <summary>Reads the page at a URL, and those after it that go with it. Its <see cref="PreparedPages.Next"/> is the URL for the next call.</summary>
    public async Task<PreparedPages> ReadAsync(Feed feed, string url, CancellationToken cancel)
    {
        var enough = Task.Delay(LongEnough, time, cancel);
        var pages = new List<PreparedPage>(1);
        begun ??= preparation.PrepareAsync(feed, url, cancel);
        while (true)
        {
            var read = await begun;
            begun = null;
            if (!read.Succeeded)
                return new PreparedPages { Pages = pages, Fault = read.Fault };
            pages.Add(read);
            var objection = walk.Guard.Check(read.Page);
            read.Page.ForgetItems();
            if (read.Page.IsLast || objection is not null || hasHadItsTurn())
                return new PreparedPages { Pages = pages, Objection = objection };
            var next = new PreparedPages { Pages = pages, Next = read.Page.Next };
            if (AreEnough(pages))
                return next;
            begun = preparation.PrepareAsync(feed, read.Page.Next, cancel);
            if (await Task.WhenAny(begun, enough) != begun)
                return next;
        }
    }

    /// <summary>Whether these make a transaction.</summary>
    public static bool AreEnough(List<PreparedPage> pages) =>
        pages.Count >= MostPages || pages.Sum(page => page.Changes.Count) >= ManyItems || pages.Sum(page => page.Bytes) >= ManyBytes;
}
