using Signposting.Store;
using Signposting.Store.Feeds;
using Signposting.Store.Harvest;

namespace Signposting.Api.Tests.Building;

/// <summary>A feed in the store that pages are committed to.</summary>
internal sealed class Publisher
{
    private readonly SpatialStore _store;
    private readonly long _feed;
    private string? _cursor;
    private int _pages;

    private Publisher(SpatialStore store, long feed) => (_store, _feed) = (store, feed);

    public long FeedId => _feed;

    public static async Task<Publisher> RegisterAsync(SpatialStore store, string name = "leisure")
    {
        var dataset = new Dataset { Url = $"https://{name}.test/openactive", Name = name, Publisher = $"The {name} trust", Licence = "https://creativecommons.org/licenses/by/4.0/" };
        var feed = await store.RegisterFeedAsync(new FeedRegistration { Url = $"https://{name}.test/feed", Kind = "SessionSeries", Dataset = dataset }, TestContext.Current.CancellationToken);
        return new Publisher(store, feed.Id);
    }

    public Task PublishAsync(params IEnumerable<Listing> listings) => CommitAsync([.. listings.Select(listing => listing.ToItem())]);

    public async Task CommitAsync(IReadOnlyList<ItemChange> changes)
    {
        var next = $"https://leisure.test/feed?page={++_pages}";
        var page = new PageCommit { FeedId = _feed, Cursor = _cursor, NextCursor = next, Changes = PreparedChanges.Of(changes), IsLastPage = true };
        var result = await _store.CommitPageAsync(page, TestContext.Current.CancellationToken);
        Assert.True(result.Committed);
        _cursor = next;
    }
}
