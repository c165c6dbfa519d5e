using Feeds.Harvester.Normalising;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Rpde;
using Microsoft.Extensions.Logging;
using Signposting.Store.Feeds;
using Signposting.Store.Harvest;

namespace Feeds.Harvester.Harvesting;

/// <summary>The first three steps of a page's way: fetch, read, normalise; and what of its commit needs no transaction.</summary>
internal sealed class PagePreparation(RpdeFeedReader reader, ItemNormaliser normaliser, PostcodeMemory postcodes, TimeProvider time, ILogger logger)
{
    /// <summary>Fetches and reads a page, which then holds its memory until it is prepared. Runs on a thread of its own.</summary>
    public Task<PageRead> ReadAsync(string url, CancellationToken cancel) => Task.Run(() => reader.ReadAsync(url, cancel), cancel);

    /// <summary>The rest of its way, after which its memory is given back. Runs on a thread of its own, beside the commit of the pages before.</summary>
    public Task<PreparedPage> PrepareAsync(Feed feed, RpdePage page, CancellationToken cancel) => Task.Run(() => NormaliseAsync(feed, page, cancel), CancellationToken.None);

    /// <summary>All of a page's way.</summary>
    public async Task<PreparedPage> PrepareAsync(Feed feed, string url, CancellationToken cancel)
    {
        var read = await ReadAsync(url, cancel);
        return read.Succeeded ? await PrepareAsync(feed, read.Page, cancel) : new PreparedPage(read.Fault);
    }

    private async Task<PreparedPage> NormaliseAsync(Feed feed, RpdePage page, CancellationToken cancel)
    {
        using (page)
        {
            var draft = new Draft(page.Items.Count + page.Rejected.Count);
            var points = await postcodes.ForPageAsync(cancel);
            for (var done = 0; (done = Normalise(feed, page, points, done, draft)) < page.Items.Count;)
                points.Learn(await postcodes.FetchAsync(points.Missing, cancel));
            foreach (var item in page.Rejected)
                draft.Add(Unreadable(item));
            return draft.ToPage(page);
        }
    }

    /// <summary>Each item is normalised, made ready, and let go of. Behind one that names a postcode that nobody has looked up yet they are only asked for theirs.</summary>
    /// <returns>How many are done.</returns>
    private int Normalise(Feed feed, RpdePage page, PostcodePoints points, int done, Draft draft)
    {
        var now = time.GetUtcNow();
        var forPage = normaliser.With(points);
        for (var at = done; at < page.Items.Count; at++)
        {
            var item = page.Items[at];
            var change = item.State == ItemState.Deleted ? Tombstone(item, now) : Updated(forPage, feed, item, now);
            if (points.Missing.Count > 0)
                continue;
            draft.Add(change);
            done = at + 1;
        }

        return done;
    }

    private static ItemChange Tombstone(in RpdeItem item, DateTimeOffset now) => new()
    {
        Id = item.Id,
        Modified = item.Modified.Order,
        ModifiedAt = PublisherTime.Read(item.Modified, now),
        Kind = ChangeKind.Deleted,
    };

    /// <summary>A bug in the normaliser that some item brings to light costs that item, not its feed.</summary>
    private ItemChange Updated(ItemNormaliser forPage, Feed feed, in RpdeItem item, DateTimeOffset now)
    {
        var normal = new NormalItem(feed.Url, feed.Kind, item.Id, item.Modified.Order, PublisherTime.Read(item.Modified, now), item.Data) { Json = item.Json };
        try
        {
            return forPage.Normalise(normal);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            logger.ItemBroke(bug, feed.Url, item.Id);
            return Rejected(item.Id, normal.Modified, new Rejection("internal-error", $"The item could not be normalised ({bug.GetType().Name}); please report it."));
        }
    }

    /// <summary>An item without a usable id stands for all such items of its feed: the store shows the last one.</summary>
    private static ItemChange Unreadable(RejectedItem item) => Rejected(item.Id ?? "", null, new Rejection(item.Reason, item.Detail));

    private static ItemChange Rejected(string id, long? modified, Rejection rejection) =>
        new() { Id = id, Modified = modified, Kind = ChangeKind.Rejected, Rejection = rejection };

    /// <summary>What has been made of a page so far.</summary>
    private sealed class Draft(int count)
    {
        private readonly ChangePreparation changes = new(count);
        private readonly PageFindings findings = new();

        public void Add(ItemChange change)
        {
            findings.Add(change);
            changes.Add(change);
        }

        public PreparedPage ToPage(RpdePage page) => new(page, changes.Finish(), findings, page.ItemBytes);
    }
}
