using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests.Properties;

public sealed class CountPropertyTests
{
    [Theory, EachEngine]
    public async Task Filters_count_what_a_search_with_them_finds(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var timetable = Listing.Timetable(7, 300);
        await (await test.FeedAsync()).CommitAsync([.. timetable.Select(l => l.ToItem())]);
        var random = new Random(23);
        var counted = 0;

        for (var i = 0; i < 150; i++)
        {
            var wish = Wish.Random(random);
            var counts = await CountAsync(test, wish, 1_000);
            Assert.True(wish.Answer(timetable).Count == counts.Counts[0].Passing, $"count {i}: {wish}");
            Assert.True(counts.IsAll, $"count {i}: {wish}");
            Assert.InRange(counts.Counts[0].Stated, 0, counts.Counts[0].Passing);
            counted += counts.Counts[0].Passing;
        }

        Assert.True(counted > 1_000, $"only {counted}: the counts test nothing");
    }

    [Theory, EachEngine]
    public async Task Only_the_nearest_are_counted_and_it_says_so(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync([.. Listing.Timetable(7, 300).Select(l => l.ToItem())]);
        var everything = Wish.Random(new Random(1)) with { Radius = 50_000, Filters = OpportunityFilters.None, Text = null, IsRanked = false };

        var counts = await CountAsync(test, everything, 40);

        Assert.Equal((40, 40, false), (counts.Looked, counts.Counts[0].Passing, counts.IsAll));
    }

    private static Task<FilterCounts> CountAsync(TestStore test, Wish wish, int most) => test.Store.CountAsync(
        new OpportunityQuery
        {
            Centre = wish.Centre,
            RadiusMetres = wish.Radius,
            From = TestStore.Start,
            To = Items.Tomorrow.AddDays(10),
            Kinds = [.. Enum.GetValues<Opportunities.OpportunityKind>()],
            Filters = wish.Filters,
            Ranking = wish.IsRanked ? new NameRanking() : null,
        },
        [new FilterVariant(wish.Filters)],
        most,
        TestContext.Current.CancellationToken);
}
