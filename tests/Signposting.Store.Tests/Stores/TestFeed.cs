using Signposting.Store.Feeds;
using Signposting.Store.Harvest;

namespace Signposting.Store.Tests.Stores;

/// <summary>A feed that hands its pages to the store, one after the other.</summary>
internal sealed class TestFeed(SpatialStore store, Feed feed)
{
    private int _page;

    public long Id => feed.Id;

    public string Url => feed.Url;

    public string? Cursor { get; private set; } = feed.Cursor;

    /// <summary>The next page is the feed's first one.</summary>
    public void StartOver() => Cursor = null;

    public Task<CommitResult> CommitAsync(params ItemChange[] changes) => CommitAsync(false, changes);

    public Task<CommitResult> CommitLastAsync(params ItemChange[] changes) => CommitAsync(true, changes);

    /// <summary>Commits a page as if it had been read from <paramref name="cursor"/>.</summary>
    public Task<CommitResult> CommitFromAsync(string? cursor, string next, params ItemChange[] changes) =>
        store.CommitPageAsync(new PageCommit { FeedId = feed.Id, Cursor = cursor, NextCursor = next, Changes = PreparedChanges.Of(changes) }, CancellationToken.None);

    /// <summary>Commits pages that follow one another in one transaction.</summary>
    public async Task<IReadOnlyList<CommitResult>> CommitTogetherAsync(params ItemChange[][] pages)
    {
        var commits = new List<PageCommit>();
        foreach (var changes in pages)
        {
            var next = $"{feed.Url}?after={++_page}";
            commits.Add(new PageCommit { FeedId = feed.Id, Cursor = Cursor, NextCursor = next, Changes = PreparedChanges.Of(changes) });
            Cursor = next;
        }

        return await store.CommitPagesAsync(commits, CancellationToken.None);
    }

    private async Task<CommitResult> CommitAsync(bool isLast, ItemChange[] changes)
    {
        var next = $"{feed.Url}?after={++_page}";
        var page = new PageCommit { FeedId = feed.Id, Cursor = Cursor, NextCursor = next, Changes = PreparedChanges.Of(changes), IsLastPage = isLast };
        var result = await store.CommitPageAsync(page, CancellationToken.None);
        Assert.True(result.Committed);
        Cursor = next;
        return result;
    }
}
