using Feeds.Harvester.Http;
using Feeds.Harvester.Rpde;
using Signposting.Store.Feeds;

namespace Feeds.Harvester.Harvesting;

/// <summary>
/// Reads a feed's pages ahead of their commit, as far as its <see cref="Lead"/> allows, and fetches each while the one before is prepared: a feed that is left
/// alone at the end of a harvest keeps the writer busy all the same. Pages of lean sessions are gathered up to about what one page of whole opportunities holds:
/// a transaction writes every page of an index that it touches, so that three small ones cost three times as much as one.
/// </summary>
internal sealed class PagesAhead(FeedWalk walk, PagePreparation preparation, Lead lead, Func<bool> hasHadItsTurn, TimeProvider time) : IAsyncDisposable
{
    private const int MostPages = 4;
    private const int ManyItems = 1_500;
    private const long ManyBytes = 600 * 1024;

    /// <summary>What was read does not wait for a slow publisher: what is on its way then goes with the next ones.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromMilliseconds(500);

    /// <summary>A page that is read while the one before is prepared holds its memory meanwhile, which large ones would keep from others. Nor do many large ones wait for their commit.</summary>
    private const int LargeBytes = 2 * 1024 * 1024;

    // Of the next page: being fetched, or, once that was taken, on its way to be prepared.
    private Task<PageRead>? fetched;
    private Task<Step>? begun;

    // The group that is read next is counted already; so is the one behind it.
    private bool isEntered;
    private bool hasRoom;
    private bool isHeavy;
    private bool wereHeavy;
    private bool isSmall = true;

    /// <summary>Reads the page at a URL, and those after it that go with it, as soon as there is room for them. Its <see cref="PreparedPages.Next"/> is the URL for the next call.</summary>
    public async Task<PreparedPages> ReadAsync(Feed feed, string url, CancellationToken cancel)
    {
        await EnterAsync(cancel);
        var enough = Task.Delay(LongEnough, time, cancel);
        var pages = new List<PreparedPage>(1);
        begun ??= StepAsync(feed, url, default, cancel);
        while (true)
        {
            var step = await begun;
            begun = null;
            if (step.Page is not { } page)
                return new PreparedPages { Pages = pages, Fault = step.Fault };
            pages.Add(page);
            if (step.IsEnd)
                return new PreparedPages { Pages = pages, Objection = step.Fault };
            var next = new PreparedPages { Pages = pages, Next = page.Page!.Next };
            if (next.AreHeavy)
            {
                (isHeavy, wereHeavy) = (true, true);
                await ForgetFetchedAsync();
            }

            if (next.AreHeavy || AreEnough(pages))
                return next;
            begun = StepAsync(feed, next.Next, Gathered.Of(pages), cancel);
            while (await Task.WhenAny(begun, enough) != begun)
            {
                cancel.ThrowIfCancellationRequested();
                if (isEntered = lead.TryEnter(isSmall))
                    return next;
                enough = Task.Delay(LongEnough, time, cancel);
            }
        }
    }

    /// <summary>Gives back the memory of a page that was read and is not wanted any more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (begun is not null)
            await ((Task)begun).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ForgetFetchedAsync();
    }

    /// <summary>Counts the next group. Nothing is read beside heavy ones.</summary>
    private async Task EnterAsync(CancellationToken cancel)
    {
        if (isHeavy)
        {
            if (hasRoom)
                lead.Leave();
            (isHeavy, hasRoom) = (false, false);
            await lead.AllLeftAsync(cancel);
        }

        if (!isEntered && !hasRoom)
            await lead.EnterAsync(isSmall, cancel);
        // While a page is on its way, the room behind it is that page's to take.
        if (!isEntered)
            hasRoom = false;
        isEntered = false;
    }

    /// <param name="before">Pages that it goes with.</param>
    private async Task<Step> StepAsync(Feed feed, string url, Gathered before, CancellationToken cancel)
    {
        var read = await (fetched ?? preparation.ReadAsync(url, cancel));
        fetched = null;
        if (!read.Succeeded)
            return new Step(null, read.Fault, IsEnd: true);
        var page = read.Page;
        var objection = walk.Guard.Check(page);
        var isEnd = page.IsLast || objection is not null || hasHadItsTurn();
        isSmall = !wereHeavy && page.BodyBytes <= LargeBytes;
        if (!isEnd && isSmall && MayFetchBehind(before.With(page)))
            fetched = preparation.ReadAsync(page.Next, cancel);
        var prepared = await preparation.PrepareAsync(feed, page, cancel);
        page.ForgetItems();
        return new Step(prepared, objection, isEnd);
    }

    /// <summary>A page does not wait for a commit with its memory, which others may wait for: when it will not go with these, there must be room for the next ones.</summary>
    private bool MayFetchBehind(Gathered pages) => hasRoom || !pages.AreEnough || (hasRoom = lead.TryEnter(isSmall));

    private async ValueTask ForgetFetchedAsync()
    {
        if (fetched is null)
            return;
        await ((Task)fetched).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (fetched.IsCompletedSuccessfully)
            (await fetched).Page?.Dispose();
        fetched = null;
    }

    /// <summary>What came of a page.</summary>
    /// <param name="Page">Prepared; null when it could not be read.</param>
    /// <param name="Fault">Why it could not be read, or what is wrong with the paging after it.</param>
    /// <param name="IsEnd">The turn ends with it.</param>
    private sealed record Step(PreparedPage? Page, Fault? Fault, bool IsEnd);

    /// <summary>Whether these make a transaction.</summary>
    public static bool AreEnough(IReadOnlyCollection<PreparedPage> pages) => Gathered.Of(pages).AreEnough;

    /// <summary>How much pages hold together.</summary>
    private readonly record struct Gathered(int Pages, int Items, long Bytes)
    {
        public bool AreEnough => Pages >= MostPages || Items >= ManyItems || Bytes >= ManyBytes;

        public static Gathered Of(IReadOnlyCollection<PreparedPage> pages) => new(pages.Count, pages.Sum(page => page.Changes.Count), pages.Sum(page => page.Bytes));

        public Gathered With(RpdePage page) => new(Pages + 1, Items + page.Items.Count + page.Rejected.Count, Bytes + page.ItemBytes);
    }
}
