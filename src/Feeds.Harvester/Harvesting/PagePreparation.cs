using Feeds.Harvester.Normalising;
using Feeds.Harvester.Rpde;
using Microsoft.Extensions.Logging;
using Signposting.Store.Feeds;
using Signposting.Store.Harvest;

namespace Feeds.Harvester.Harvesting;

/// <summary>The first three steps of a page's way: fetch, read, normalise.</summary>
internal sealed class PagePreparation(RpdeFeedReader reader, ItemNormaliser normaliser, TimeProvider time, ILogger logger)
{
    /// <summary>Runs on a thread of its own, beside the commit of the page before. Dispose the page after its commit.</summary>
    public Task<PreparedPage> PrepareAsync(Feed feed, string url, CancellationToken cancel) => Task.Run(
        async () =>
        {
            var read = await reader.ReadAsync(url, cancel);
            return read.Succeeded ? Normalise(feed, read.Page) : new PreparedPage(read.Fault);
        },
        cancel);

    private PreparedPage Normalise(Feed feed, RpdePage page)
    {
        try
        {
            var now = time.GetUtcNow();
            var changes = new List<ItemChange>(page.Items.Count + page.Rejected.Count);
            foreach (var item in page.Items)
                changes.Add(item.State == ItemState.Deleted ? Tombstone(item, now) : Updated(feed, item, now));
            foreach (var item in page.Rejected)
                changes.Add(Unreadable(item));
            return new PreparedPage(page, changes);
        }
        catch
        {
            page.Dispose();
            throw;
        }
    }

    private static ItemChange Tombstone(in RpdeItem item, DateTimeOffset now) => new()
    {
        Id = item.Id,
        Modified = item.Modified.Order,
        ModifiedAt = PublisherTime.Read(item.Modified, now),
        Kind = ChangeKind.Deleted,
    };

    /// <summary>A bug in the normaliser that some item brings to light costs that item, not its feed.</summary>
    private ItemChange Updated(Feed feed, in RpdeItem item, DateTimeOffset now)
    {
        var normal = new NormalItem(feed.Url, feed.Kind, item.Id, item.Modified.Order, PublisherTime.Read(item.Modified, now), item.Data);
        try
        {
            return normaliser.Normalise(normal);
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
