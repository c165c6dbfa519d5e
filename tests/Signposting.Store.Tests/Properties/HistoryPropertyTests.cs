using System.Text.Json;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests.Properties;

public sealed class HistoryPropertyTests
{
    [Theory, EachEngine]
    public Task The_order_of_arrival_does_not_matter(StoreEngine engine) => Property.HoldsAsync(History.Any, Tests(engine), async history =>
    {
        Assert.Equal(await AnswersAsync(engine, history.Versions, pageSize: 3), await AnswersAsync(engine, history.Shuffled(), pageSize: 1));
    });

    [Theory, EachEngine]
    public Task Reading_everything_again_changes_nothing(StoreEngine engine) => Property.HoldsAsync(History.Any, Tests(engine), async history =>
    {
        Assert.Equal(await AnswersAsync(engine, history.Versions, pageSize: 4), await AnswersAsync(engine, [.. history.Versions, .. history.Versions], pageSize: 4));
    });

    [Fact]
    public Task Settling_after_each_page_changes_nothing() => Property.HoldsAsync(History.Any, Tests(StoreEngine.Sqlite), async history =>
    {
        Assert.Equal(await AnswersAsync(StoreEngine.Sqlite, history.Versions, pageSize: 3), await AnswersAsync(StoreEngine.Sqlite, history.Versions, pageSize: 3, settles: true));
    });

    [Fact]
    public Task Both_engines_answer_the_same_to_the_same_history()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        return Property.HoldsAsync(History.Any, Tests(StoreEngine.Postgis), async history =>
        {
            Assert.Equal(await AnswersAsync(StoreEngine.Sqlite, history.Versions, pageSize: 3), await AnswersAsync(StoreEngine.Postgis, history.Versions, pageSize: 3));
        });
    }

    /// <summary>A store on PostgreSQL takes a third of a second to make.</summary>
    private static int Tests(StoreEngine engine) => engine == StoreEngine.Sqlite ? 60 : 15;

    /// <summary>Everything that the store answers after a history, as text.</summary>
    private static async Task<string> AnswersAsync(StoreEngine engine, IReadOnlyList<Version> history, int pageSize, bool settles = false)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feeds = new Dictionary<string, TestFeed>();
        foreach (var name in history.Select(v => v.Feed).Distinct().Order())
            feeds.Add(name, await test.FeedAsync(name));
        foreach (var page in Pages(history, pageSize))
        {
            await feeds[page[0].Feed].CommitAsync([.. page.Select(v => v.ToChange())]);
            if (settles)
                await test.Store.SettleAsync(CancellationToken.None);
        }

        var answers = new List<string>();
        foreach (var sort in Enum.GetValues<SortOrder>())
            answers.Add(Shown.Text(await test.FindAsync(q => q with { Sort = sort, RadiusMetres = 50_000, SessionsPerItem = 50 })));
        foreach (var subject in Version.Subjects)
            answers.Add(await test.LookUpAsync(subject) is LookUp.Here here ? $"{subject} {here.Opportunity.Description.Name} {JsonSerializer.Serialize(here.Sessions)}" : subject);
        foreach (var feed in feeds.Values)
            answers.Add(Counted(await test.StatusAsync(feed)));
        return string.Join('\n', answers);
    }

    private static string Counted(Feeds.FeedStatus status) => $"{status.Kind} {status.ItemsHeld} {status.Orphans} {JsonSerializer.Serialize(status.Rejected)}";

    /// <summary>
    /// Consecutive versions of one feed, at most <paramref name="size"/> together and one of each item: of several on one page
    /// only the last is ever looked at, so that a session published and deleted on one page was never published.
    /// </summary>
    private static IEnumerable<List<Version>> Pages(IEnumerable<Version> history, int size)
    {
        var page = new List<Version>();
        foreach (var version in history)
        {
            if (page.Count == size || page.Exists(v => v.Feed != version.Feed || v.Item == version.Item))
            {
                yield return page;
                page = [];
            }

            page.Add(version);
        }

        if (page.Count > 0)
            yield return page;
    }
}
