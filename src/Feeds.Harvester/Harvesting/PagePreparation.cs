using Feeds.Harvester.Normalising;
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
            var changes = new List<ItemChange>(page.Items.Count + page.Rejected.Count);
            var points = await postcodes.ForPageAsync(cancel);
            var unproven = Normalise(feed, page, points, changes);
            if (unproven.Count > 0)
            {
                points.Learn(await postcodes.FetchAsync(points.Missing, cancel));
                Again(feed, page, points, changes, unproven);
            }

            foreach (var item in page.Rejected)
                changes.Add(Unreadable(item));
            return new PreparedPage(page, changes, page.DataBytes);
        }
    }

    /// <returns>Which items name a postcode that nobody has looked up yet.</returns>
    private List<int> Normalise(Feed feed, RpdePage page, PostcodePoints points, List<ItemChange> changes)
    {
        var now = time.GetUtcNow();
        var forPage = normaliser.With(points);
        var unproven = new List<int>();
        foreach (var item in page.Items)
        {
            if (item.State == ItemState.Deleted)
            {
                changes.Add(Tombstone(item, now));
                continue;
            }

            changes.Add(Updated(forPage, feed, item, now));
            if (points.AreIncomplete)
                unproven.Add(changes.Count - 1);
        }

        return unproven;
    }

    private void Again(Feed feed, RpdePage page, PostcodePoints points, List<ItemChange> changes, List<int> unproven)
    {
        var now = time.GetUtcNow();
        var forPage = normaliser.With(points);
        foreach (var at in unproven)
            changes[at] = Updated(forPage, feed, page.Items[at], now);
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
}
