using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests.Properties;

/// <summary>Cursors while a harvester writes into the same store.</summary>
public sealed class PagingPropertyTests
{
    private const int Searches = 120;

    [Theory, EachEngine]
    public async Task Beside_a_writer_no_item_that_stays_where_it_is_comes_twice_or_is_lost(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var steady = Listing.Timetable(23, 150);
        var feed = new BusyFeed(await test.FeedAsync(through: await test.OpenAnotherAsync()), steady, restless: 150, seed: 5);
        await feed.BeginAsync();
        var names = steady.ToDictionary(listing => SubjectKey.FromId(listing.Id).ToPublicId(), listing => listing.Id);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() => feed.WriteAsync(stop.Token));
        var (pages, strangers) = (0, 0);
        try
        {
            for (var i = 0; i < Searches; i++)
            {
                var wish = Wish.Random(new Random(i)) with { Sort = (SortOrder)(i % 3) };
                var before = feed.Pages;
                var read = await ReadAsync(test, wish, whileWriting: () => feed.Pages > before && !writing.IsCompleted);
                var ids = read.SelectMany(page => page).ToList();

                // What has itself moved in the order meanwhile may come again where it is now.
                Assert.All(ids.GroupBy(id => id).Where(same => same.Count() > 1), twice => Assert.True(feed.HasChanged(twice.Key, before), $"search {i}: {twice.Key} came on pages {string.Join(", ", read.Index().Where(page => page.Item.Contains(twice.Key)).Select(page => page.Index))} of {read.Count}: {wish}"));
                var found = ids.Where(names.ContainsKey).Select(id => names[id]).ToList();
                var due = wish.Answer(steady);
                Assert.True(due.SequenceEqual(found), $"search {i}: lost {string.Join(", ", due.Except(found))}; not wanted {string.Join(", ", found.Except(due))}; in the order {string.Join(", ", found)} instead of {string.Join(", ", due)}: {wish}");
                (pages, strangers) = (pages + read.Count, strangers + ids.Count - found.Count);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await writing;
        }

        Assert.True(feed.Pages > 50 && pages > 2 * Searches && strangers > 200, $"{feed.Pages} pages written, {pages} read, {strangers} items that come and go: the searches test nothing");
    }

    /// <summary>All pages; between the first ones something has been written.</summary>
    private static async Task<List<List<string>>> ReadAsync(TestStore test, Wish wish, Func<bool> whileWriting)
    {
        var pages = new List<List<string>>();
        var ranking = new NameRanking();
        Position? after = null;
        while (true)
        {
            var found = await test.FindAsync(query => query with
            {
                Centre = wish.Centre,
                RadiusMetres = wish.Radius,
                Sort = wish.Sort,
                Filters = wish.Filters,
                Ranking = wish.IsRanked ? ranking : null,
                Limit = wish.Limit,
                SessionsPerItem = 3,
                After = after,
            });
            pages.Add([.. found.Select(one => one.Opportunity.Id)]);
            if (found.Count < wish.Limit)
                return pages;
            after = found[^1].Position;
            for (var waited = 0; waited < 50 && pages.Count < 3 && !whileWriting(); waited++)
                await Task.Delay(2);
        }
    }
}
