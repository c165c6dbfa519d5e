using Signposting.Store.Commit;
using Signposting.Store.Harvest;

namespace Signposting.Store;

/// <summary>Reading once more what was harvested before.</summary>
public sealed partial class SpatialStore
{
    /// <summary>The next originals that are kept, of items with a description of their own, in the order of their row ids.</summary>
    /// <param name="after">The last id that was read; 0 to begin.</param>
    public Task<IReadOnlyList<KeptOriginal>> ReadOriginalsAsync(long after, int max, CancellationToken cancel) =>
        ReadAsync(r => r.ReadOriginalsAsync(after, max, cancel).AsTask(), cancel);

    /// <summary>
    /// Replaces what these items said by what was now read in them, in one transaction. Neither cursor nor freshness changes: nobody has
    /// asked the publisher. An item that changed meanwhile is left alone, and so is one that says the same.
    /// </summary>
    /// <returns>How many were replaced.</returns>
    public async Task<int> ReplayAsync(IReadOnlyList<(KeptOriginal Original, ItemChange Change)> read, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(read);
        var news = read.Where(r => !r.Original.IsTold(r.Change)).ToList();
        return news.Count == 0 ? 0 : await WriteAsync(w => ReplayAsync(w, news, cancel), cancel).ConfigureAwait(false);
    }

    private async Task<int> ReplayAsync(IStoreWriter writer, List<(KeptOriginal Original, ItemChange Change)> news, CancellationToken cancel)
    {
        var replaced = 0;
        foreach (var ofFeed in news.GroupBy(n => n.Original.FeedId))
        {
            if (await writer.LockFeedAsync(ofFeed.Key, cancel).ConfigureAwait(false) is not { } feed)
                continue;
            var page = new PageCommit { FeedId = ofFeed.Key, Cursor = null, NextCursor = "", Changes = PreparedChanges.Of([]) };
            replaced += await new PageCommitter(writer, page, feed, Now).ReplayAsync([.. ofFeed], cancel).ConfigureAwait(false);
        }

        return replaced;
    }
}
