using Signposting.Store.Feeds;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;
using Signposting.SystemTests.Support;
using static Signposting.Store.Opportunities.OpportunityType;

namespace Signposting.Store.Tests.Failures;

/// <summary>
/// Wherever in a page's way to the disk something fails, the page leaves no trace; committed again, as the harvester does
/// from the store's cursor, it ends in the same store as if nothing had happened.
/// </summary>
public sealed class FailureTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    /// <summary>Pages that need every kind of operation: new, changed and deleted items, parents after children, own details, courts, rejections.</summary>
    private static readonly IReadOnlyList<ItemChange>[] Pages =
    [
        [
            Item.Of("1").HasSession("s1", Items.Tomorrow), Item.Of("2").HasSession("s1", Items.Tomorrow.AddHours(2), own: new Description { Name = "Itself", Place = Leeds.Headingley }),
            Item.Of("3").HasSession("f#1", Items.Tomorrow, FacilityUse, places: 1), Item.Rejected("4", "time-missing", "no start"),
        ],
        [
            Item.Of("5").Describes(SessionSeries, "s1", Items.Described("Yoga", Leeds.Library)),
            Item.Of("6").Describes(FacilityUse, "f", Items.Described("Courts", Leeds.Minster, Activities.Tennis)).Nests(IndividualFacilityUse, "f#1", new Description { Name = "Court 1" }, under: "f"),
            Item.Of("7").Embeds(SessionSeries, "s2", Items.Described("Embedded", Leeds.Library)).HasSession("s2", Items.Tomorrow),
        ],
        [
            Item.Of("5", 2).Describes(SessionSeries, "s1", Items.Described("Yoga, moved", Leeds.Headingley)), Item.Tombstone("3", 2), Item.Tombstone("99", 2),
            Item.Of("1", 2).HasSession("s1", Items.Tomorrow.AddDays(1)), Item.Of("4", 2).HasSession("s1", Items.Tomorrow.AddHours(4)),
        ],
        [Item.Tombstone("6", 3), Item.Tombstone("7", 3), Item.Of("2", 3).HasSession("s1", Items.Tomorrow.AddHours(2))],
        [],
    ];

    [Theory, EachEngine]
    public async Task A_failure_at_any_operation_of_a_page_ends_in_the_same_store(StoreEngine engine)
    {
        await using var undisturbed = await TestStore.CreateAsync(engine);
        var (operations, _) = await HarvestAsync(undisturbed, failingAt: null);
        var expected = await DigestAsync(undisturbed);

        Assert.NotEmpty(expected);
        Assert.InRange(operations, 8, 1000);
        for (var operation = 1; operation <= operations; operation++)
        {
            await using var disturbed = await TestStore.CreateAsync(engine);
            Assert.InRange((await HarvestAsync(disturbed, operation)).Failures, 1, Pages.Length);
            Assert.Equal(expected, await DigestAsync(disturbed));
        }
    }

    /// <summary>Commits all pages, each after a failure at the operation given. Returns the most operations that a page took, and how many failed.</summary>
    private static async Task<(long Operations, int Failures)> HarvestAsync(TestStore place, long? failingAt)
    {
        var fuse = new Fuse();
        var (most, failures) = (0L, 0);
        await using var store = await SpatialStore.OpenAsync(new FailingEngine(Engines.Create(place.Options), fuse), place.Time, Cancel);
        var feed = await place.FeedAsync(through: store);
        for (var page = 0; page < Pages.Length; page++)
        {
            fuse.Set(failingAt ?? long.MaxValue);
            try
            {
                await CommitAsync(store, feed.Url, page);
            }
            catch (InjectedException)
            {
                fuse.Remove();
                failures++;
                await CommitAsync(store, feed.Url, page);
            }

            most = Math.Max(most, fuse.Seen);
        }

        return (most, failures);
    }

    /// <summary>Commits a page unless the store's cursor says that this has been done.</summary>
    private static async Task CommitAsync(SpatialStore store, string url, int page)
    {
        var feed = (await store.FindFeedAsync(url, Cancel))!;
        var (cursor, next) = (page == 0 ? null : $"{url}?{page}", $"{url}?{page + 1}");
        if (feed.Cursor == next)
            return;
        var result = await store.CommitPageAsync(
            new PageCommit { FeedId = feed.Id, Cursor = cursor, NextCursor = next, Changes = PreparedChanges.Of(Pages[page]), IsLastPage = Pages[page].Count == 0 }, Cancel);
        Assert.True(result.Committed);
    }

    private static Task<IReadOnlyList<string>> DigestAsync(TestStore place) =>
        StoreDigest.OfAsync(place.Options.Engine == StoreEngine.Sqlite, place.Options.Connection, Cancel);
}
