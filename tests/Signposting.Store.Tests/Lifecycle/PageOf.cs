using Signposting.Store.Feeds;
using Signposting.Store.Harvest;

namespace Signposting.Store.Tests.Lifecycle;

/// <summary>Pages of a feed from where the store has it, as another process reads them.</summary>
internal sealed class PageOf(Feed feed)
{
    public PageCommit Last(params ItemChange[] changes) =>
        new() { FeedId = feed.Id, Cursor = feed.Cursor, NextCursor = $"{feed.Url}?end", Changes = PreparedChanges.Of(changes), IsLastPage = true };
}
