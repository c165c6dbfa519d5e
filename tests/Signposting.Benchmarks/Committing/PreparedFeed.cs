using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Http;
using Feeds.Harvester.Normalising;
using Feeds.Harvester.Rpde;
using Feeds.Harvester.Vocabularies;
using Microsoft.Extensions.Logging.Abstractions;
using Signposting.Store;
using Signposting.Store.Feeds;
using Signposting.Store.Harvest;

namespace Signposting.Benchmarks.Committing;

/// <summary>A feed whose pages stand in memory, ready to be committed as often as one likes.</summary>
internal sealed record PreparedFeed(FeedRegistration Registration, IReadOnlyList<PreparedPage> Pages)
{
    /// <summary>Reads a feed to its last page, as the harvester does.</summary>
    public static async Task<PreparedFeed> ReadAsync(FeedRegistration registration, FeedHttp http, SpatialStore scratch, string activityList, CancellationToken cancel)
    {
        var vocabulary = await ActivityVocabulary.OpenAsync(scratch, activityList, cancel);
        await vocabulary.RefreshAsync(http, cancel);
        var preparation = new PagePreparation(
            new RpdeFeedReader(http), new ItemNormaliser(() => vocabulary.Current, TimeProvider.System), new PostcodeMemory(scratch, TimeProvider.System),
            TimeProvider.System, NullLogger.Instance);
        var feed = await scratch.RegisterFeedAsync(registration, cancel);
        var pages = new List<PreparedPage>();
        for (var url = registration.Url; ;)
        {
            var page = await preparation.PrepareAsync(feed, url, cancel);
            if (page.Page is not { } read)
                throw new BenchmarkException($"{url}: {page.Fault!.Text}");
            pages.Add(page);
            if (read.IsLast)
                return new PreparedFeed(registration, pages);
            url = read.Next;
        }
    }

    /// <summary>Commits all pages to a store, as many at a time as the harvester does.</summary>
    public async Task CommitAsync(SpatialStore store, CancellationToken cancel)
    {
        var feed = await store.RegisterFeedAsync(Registration, cancel);
        var cursor = feed.Cursor;
        var together = new List<PageCommit>();
        for (var i = 0; i < Pages.Count; i++)
        {
            var page = Pages[i].Page!;
            together.Add(new PageCommit { FeedId = feed.Id, Cursor = cursor, NextCursor = page.Next, Changes = Pages[i].Changes, IsLastPage = page.IsLast, Licence = page.License });
            cursor = page.Next;
            if (i < Pages.Count - 1 && !PagesAhead.AreEnough([.. Pages.Skip(i + 1 - together.Count).Take(together.Count)]))
                continue;
            if ((await store.CommitPagesAsync(together, cancel)).Any(result => !result.Committed))
                throw new BenchmarkException("A page was refused.");
            together.Clear();
        }
    }
}
