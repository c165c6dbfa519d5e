using Signposting.Store.Search;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests.Properties;

public sealed class SearchPropertyTests
{
    [Theory, EachEngine]
    public async Task A_search_answers_what_a_scan_of_everything_would(StoreEngine engine)
    {
        foreach (var seed in (int[])[1, 2])
        {
            await using var test = await TestStore.OpenAsync(engine);
            var spots = Spot.Map(seed, 400);
            await (await test.FeedAsync()).CommitAsync([.. spots.Select(s => s.ToItem())]);

            await Property.HoldsAsync(MapQuery.About(spots), tests: 120, async query => Assert.Equal(Spot.Search(spots, query), await SearchAsync(test, query)));
        }
    }

    /// <summary>All pages, one after the other.</summary>
    private static async Task<List<string>> SearchAsync(TestStore test, MapQuery query)
    {
        var names = new List<string>();
        Position? after = null;
        while (true)
        {
            var found = await test.FindAsync(q => q with
            {
                Centre = query.Centre,
                RadiusMetres = query.Radius,
                Sort = query.Sort,
                Kinds = query.Kinds,
                Activities = query.Activities?.Select(a => a.Id!).ToList(),
                Limit = query.Limit,
                SessionsPerItem = 1,
                After = after,
            });
            names.AddRange(found.Select(f => f.Opportunity.Description.Name!));
            if (found.Count < query.Limit)
                return names;
            after = found[^1].Position;
        }
    }
}
