using Signposting.Store.Search;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests.Properties;

public sealed class FilterPropertyTests
{
    [Theory, EachEngine]
    public async Task Filters_words_ranks_and_orders_answer_what_a_scan_of_everything_would(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var timetable = Listing.Timetable(7, 300);
        await (await test.FeedAsync()).CommitAsync([.. timetable.Select(l => l.ToItem())]);
        var names = timetable.ToDictionary(l => Opportunities.SubjectKey.FromId(l.Id).ToPublicId(), l => l.Id);
        var random = new Random(11);
        var found = 0;

        for (var i = 0; i < 250; i++)
        {
            var wish = Wish.Random(random);
            var answer = await SearchAsync(test, wish);
            Assert.True(wish.Answer(timetable).SequenceEqual(answer.Select(id => names[id])), $"search {i}: {wish}");
            found += answer.Count;
        }

        Assert.True(found > 2_000, $"only {found} results: the searches test nothing");
    }

    /// <summary>All pages, one after the other.</summary>
    private static async Task<List<string>> SearchAsync(TestStore test, Wish wish)
    {
        var ids = new List<string>();
        var ranking = new NameRanking();
        Position? after = null;
        while (true)
        {
            var found = await test.FindAsync(q => q with
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
            ids.AddRange(found.Select(f => f.Opportunity.Id));
            if (found.Count < wish.Limit)
                return ids;
            after = found[^1].Position;
        }
    }
}
