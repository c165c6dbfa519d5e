using Microsoft.Data.Sqlite;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests.Properties;

/// <summary>SQLite's trees in random order, which are written by way of small ones.</summary>
public sealed class GatheredTreesTests
{
    /// <summary>The first eight bytes of a key as a number.</summary>
    private static readonly string Head = string.Join(" | ", Enumerable.Range(1, 16).Select(i => $"(instr('123456789ABCDEF', substr(hex(key), {i}, 1)) << {64 - (4 * i)})"));

    /// <summary>What stands in the trees and is not so, and what is so and does not stand in them or stands there twice.</summary>
    private static readonly string[] Wrong =
    [
        Differences($"SELECT {Head}, id FROM subject", "subject_by_head"),
        Differences("SELECT spot, dataset_id, id FROM opportunity WHERE spot IS NOT NULL", "opportunity_by_spot"),
        Differences("SELECT DISTINCT a.value, c.id FROM card c, json_each(c.activities) a", "opportunity_term"),
    ];

    [Fact]
    public Task Each_row_stands_in_one_tree_whatever_is_settled_in_between() => Property.HoldsAsync(History.Any, 100, async history =>
    {
        await using var test = await TestStore.OpenAsync(StoreEngine.Sqlite);
        var feeds = new Dictionary<string, TestFeed>();
        foreach (var version in history.Shuffled())
        {
            if (!feeds.TryGetValue(version.Feed, out var feed))
                feeds.Add(version.Feed, feed = await test.FeedAsync(version.Feed));
            await feed.CommitAsync(version.ToChange());
            if (version.Turn % 3 == 0)
                await test.Store.SettleAsync(CancellationToken.None);
        }

        foreach (var sql in Wrong)
            Assert.Equal(0, await NumberAsync(test, sql));
    });

    [Fact]
    public async Task More_than_the_small_trees_may_hold_is_moved_and_found_as_before()
    {
        await using var test = await TestStore.OpenAsync(StoreEngine.Sqlite);
        var feed = await test.FeedAsync();
        const int Pages = 17, Each = 1_000;
        for (var page = 0; page < Pages; page++)
            await feed.CommitAsync([.. Enumerable.Range(page * Each, Each).Select(i => Class(i, 1).Build())]);
        await feed.CommitAsync(Class(3, 2, north: 100), Item.Tombstone(Id(4), 2), Class(Pages * Each, 1));

        Assert.InRange(await NumberAsync(test, "SELECT count(*) FROM subject_by_head_new"), 1, 10);
        foreach (var sql in Wrong)
            Assert.Equal(0, await NumberAsync(test, sql));
        var near = await test.FindAsync(q => q with { RadiusMetres = 300, Activities = [Activities.Yoga.Id!] });
        Assert.Equal([Id(0), Id(1), Id(2)], near.Select(f => f.Opportunity.Description.Name));
        Assert.IsType<LookUp.Withdrawn>(await test.LookUpAsync(Id(4)));
        Assert.IsType<LookUp.Here>(await test.LookUpAsync(Id(3)));
        Assert.IsType<LookUp.Here>(await test.LookUpAsync(Id(Pages * Each)));

        static string Id(int i) => $"https://example.org/{i}";
        static Item Class(int i, long modified, int north = 0) => Items.Class(
            Id(i), Items.Described(Id(i), Leeds.At(Leeds.TownHall.Lat + ((i + north) * 0.0009), Leeds.TownHall.Lon)), modified: modified);
    }

    [Fact]
    public async Task A_term_that_an_older_version_left_behind_does_not_stop_the_writer()
    {
        const string Id = "https://example.org/1";
        await using var test = await TestStore.OpenAsync(StoreEngine.Sqlite);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Class(Id, Items.Described("Yoga", Leeds.At(Leeds.TownHall.Lat, Leeds.TownHall.Lon)), modified: 1));
        await test.Store.SettleAsync(CancellationToken.None);
        await NumberAsync(test, "UPDATE card SET activities = NULL RETURNING id");
        await feed.CommitAsync(Items.Class(Id, Items.Described("Gentle yoga", Leeds.At(Leeds.TownHall.Lat, Leeds.TownHall.Lon)), modified: 2));

        Assert.Equal(1, await NumberAsync(test, "SELECT count(*) FROM opportunity_term_new"));
        await test.Store.SettleAsync(CancellationToken.None);
        var near = await test.FindAsync(q => q with { RadiusMetres = 300, Activities = [Activities.Yoga.Id!] });
        Assert.Equal("Gentle yoga", Assert.Single(near).Opportunity.Description.Name);
    }

    [Fact]
    public async Task Writers_that_take_turns_make_each_subject_once_also_one_that_comes_to_a_filled_store()
    {
        await using var test = await TestStore.OpenAsync(StoreEngine.Sqlite);
        var writers = new List<TestFeed> { await test.FeedAsync("first"), await test.FeedAsync("second", through: await test.OpenAnotherAsync()) };
        const int Commits = 150, Fresh = 10;
        for (var commit = 0; commit < Commits; commit++)
        {
            if (commit == Commits / 2)
                writers.Add(await test.FeedAsync("third", through: await test.OpenAnotherAsync()));
            // Half of it another has just written.
            await writers[commit % writers.Count].CommitAsync([.. Enumerable.Range(commit * Fresh, 2 * Fresh).Select(Class)]);
        }

        Assert.Equal((Commits + 1) * Fresh, await NumberAsync(test, "SELECT count(*) FROM subject"));
        Assert.Equal(0, await NumberAsync(test, "SELECT count(*) - count(DISTINCT key) FROM subject"));
        foreach (var sql in Wrong)
            Assert.Equal(0, await NumberAsync(test, sql));

        static ItemChange Class(int i) => Items.Class($"https://example.org/{i}", Items.Described("Yoga", Leeds.At(Leeds.TownHall.Lat + (i * 0.0001), Leeds.TownHall.Lon)));
    }

    [Fact]
    public async Task Of_a_transaction_that_fails_nothing_is_remembered()
    {
        await using var test = await TestStore.OpenAsync(StoreEngine.Sqlite);
        var feed = await test.FeedAsync();
        var other = await test.FeedAsync("other", through: await test.OpenAnotherAsync());
        await feed.CommitAsync(Class(0));
        await test.ExecuteAsync("CREATE TRIGGER fails BEFORE INSERT ON card BEGIN SELECT RAISE(ABORT, 'It fails.'); END");
        await Assert.ThrowsAsync<StoreException>(() => feed.CommitAsync([.. Enumerable.Range(1, 50).Select(Class)]));
        await test.ExecuteAsync("DROP TRIGGER fails");

        // Another takes the numbers that were given to subjects, opportunities and terms.
        await other.CommitAsync([.. Enumerable.Range(100, 80).Select(Class)]);
        await feed.CommitAsync([.. Enumerable.Range(1, 50).Select(Class)]);

        Assert.Equal(1 + 80 + 50, await NumberAsync(test, "SELECT count(*) FROM subject"));
        Assert.Equal(1 + 80 + 50, await NumberAsync(test, "SELECT count(*) FROM card c JOIN subject s ON s.id = c.subject_id JOIN fragment f ON f.subject_id = s.id"));
        foreach (var sql in Wrong)
            Assert.Equal(0, await NumberAsync(test, sql));

        static ItemChange Class(int i) => Items.Class(
            $"https://example.org/{i}",
            Items.Described("Yoga", Leeds.At(Leeds.TownHall.Lat + (i * 0.0001), Leeds.TownHall.Lon), i == 0 ? Activities.Yoga : i < 100 ? Activities.Swimming : Activities.Walking));
    }

    [Fact]
    public async Task A_subject_that_a_page_describes_thousands_of_times_has_all_its_descriptions()
    {
        await using var test = await TestStore.OpenAsync(StoreEngine.Sqlite);
        const string Id = "https://example.org/1";
        await (await test.FeedAsync()).CommitAsync([.. Enumerable.Range(1, 20_000).Select(i => Item.Of($"{i}", i).Describes(OpportunityType.SessionSeries, Id, Items.Described($"Yoga {i}")).Build())]);

        Assert.Equal(20_000, await NumberAsync(test, "SELECT count(*) FROM fragment"));
        Assert.Equal(1, await NumberAsync(test, "SELECT count(*) FROM subject"));
    }

    private static string Differences(string rows, string tree)
    {
        var trees = $"SELECT * FROM {tree} UNION ALL SELECT * FROM {tree}_new";
        return $"""
            SELECT (SELECT count(*) FROM (SELECT * FROM ({rows}) EXCEPT SELECT * FROM ({trees}))) + (SELECT count(*) FROM (SELECT * FROM ({trees}) EXCEPT SELECT * FROM ({rows})))
              + abs((SELECT count(*) FROM ({rows})) - (SELECT count(*) FROM ({trees})))
            """;
    }

    private static async Task<long> NumberAsync(TestStore test, string sql)
    {
        await using var connection = new SqliteConnection(test.Options.Connection + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
