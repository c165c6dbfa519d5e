using Microsoft.Data.Sqlite;
using Signposting.Store.Opportunities;
using Signposting.Store.Places;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

public sealed class SchemaTests
{
    [Theory, EachEngine]
    public async Task A_filled_store_of_version_one_is_upgraded_with_everything_in_it(StoreEngine engine)
    {
        await using var test = await VersionOneAsync(engine);
        await test.OpenAnotherAsync();

        var found = await test.FindOneAsync(q => q with { Activities = [Activities.Yoga.Id!] });

        Assert.Equal(("Yoga", "Central Library", SubjectKey.FromId(Items.Yoga).ToPublicId()), (found.Opportunity.Description.Name, found.Opportunity.Description.Place!.Name, found.Opportunity.Id));
        Assert.Equal((Items.Tomorrow, 5), (Assert.Single(found.Sessions).Start, found.Sessions[0].RemainingPlaces));
        Assert.IsType<LookUp.Withdrawn>(await test.Store.FindAsync("op_0000000000000000", Items.Tomorrow, 1, CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task An_upgraded_store_goes_on_where_the_old_one_was(StoreEngine engine)
    {
        await using var test = await VersionOneAsync(engine);
        await test.OpenAnotherAsync();
        var feed = await test.FeedAsync();
        Assert.Equal($"{feed.Url}?after=1", feed.Cursor);

        await feed.CommitAsync(Items.Series(description: Items.Described("Gentle yoga"), id: "1", modified: 2), Item.Tombstone("2", 2), Items.Session("3", Items.Tomorrow.AddHours(2)));

        var found = await test.FindOneAsync();
        Assert.Equal(("Gentle yoga", Items.Tomorrow.AddHours(2)), (found.Opportunity.Description.Name, Assert.Single(found.Sessions).Start));
    }

    [Theory, EachEngine]
    public async Task What_filters_ask_is_learnt_of_the_records_of_an_old_store(StoreEngine engine)
    {
        await using var test = await VersionOneAsync(engine);
        var store = await test.OpenAnotherAsync();
        var words = SearchWords.Read("yog");
        Assert.Single(await test.FindAsync(q => q with { Filters = new OpportunityFilters { Words = words } }));

        Assert.True(await store.DeriveWaitingAsync(CancellationToken.None) > 0);

        Assert.Single(await test.FindAsync(q => q with { Filters = new OpportunityFilters { Words = words } }));
        Assert.Empty(await test.FindAsync(q => q with { Filters = new OpportunityFilters { Words = SearchWords.Read("judo") } }));
        Assert.Equal(0, await store.DeriveWaitingAsync(CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task An_upgraded_store_has_what_later_versions_brought(StoreEngine engine)
    {
        await using var test = await VersionOneAsync(engine);
        var store = await test.OpenAnotherAsync();

        await store.ImportPostcodesAsync(new[] { new Postcode("LS1 3AD", Leeds.TownHall, null) }.ToAsyncEnumerable(), "test", CancellationToken.None);
        await store.WriteDocumentAsync("keys", new byte[] { 1 }, CancellationToken.None);

        Assert.Equal(Leeds.TownHall, (await store.FindPostcodeAsync("LS1 3AD", CancellationToken.None))!.Point);
    }

    public static TheoryData<StoreEngine, int> OldVersions()
    {
        var versions = new TheoryData<StoreEngine, int>();
        foreach (var (version, _) in Schema.Scripts("Sqlite").SkipLast(1))
        {
            versions.Add(StoreEngine.Sqlite, version);
            versions.Add(StoreEngine.Postgis, version);
        }

        return versions;
    }

    [Theory, MemberData(nameof(OldVersions))]
    public async Task A_filled_store_of_each_older_version_is_upgraded_and_derived_anew(StoreEngine engine, int version)
    {
        Assert.SkipWhen(engine == StoreEngine.Postgis && TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        await using var test = await OfVersionAsync(engine, version);
        var store = await test.OpenAnotherAsync();
        await store.DeriveWaitingAsync(CancellationToken.None);

        var found = await test.FindOneAsync(q => q with { Activities = [Activities.Yoga.Id!], Filters = new OpportunityFilters { Words = SearchWords.Read("yog") } });
        await (await test.FeedAsync()).CommitAsync(Items.Session("4", Items.Tomorrow.AddHours(2)));

        Assert.Equal(("Yoga", 5), (found.Opportunity.Description.Name, Assert.Single(found.Sessions).RemainingPlaces));
        Assert.Equal(2, (await test.FindOneAsync()).Sessions.Count);
    }

    [Theory, EachEngine]
    public async Task Opening_a_store_again_changes_nothing(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));
        var before = await test.FindAsync();

        await test.OpenAnotherAsync();

        Shown.Same(before, await test.FindAsync());
    }

    [Theory, EachEngine]
    public async Task A_store_of_a_newer_program_is_refused_with_a_sentence(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await test.ExecuteAsync(engine == StoreEngine.Sqlite ? "PRAGMA user_version = 9999" : "INSERT INTO schema_version (version) VALUES (9999)");

        var error = await Assert.ThrowsAsync<StoreException>(test.OpenAnotherAsync);

        Assert.Contains("schema version 9999, newer than this program's", error.Message, StringComparison.Ordinal);
        Assert.Contains("Store:Connection", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_engines_have_the_same_versions()
    {
        Assert.Equal(Schema.Scripts("Sqlite").Select(s => s.Version), Schema.Scripts("Postgis").Select(s => s.Version));
        Assert.Equal(Enumerable.Range(1, Schema.Scripts("Sqlite").Count), Schema.Scripts("Sqlite").Select(s => s.Version));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_a_sentence()
    {
        await using var test = await TestStore.CreateAsync(StoreEngine.Sqlite);
        await File.WriteAllTextAsync(new SqliteConnectionStringBuilder(test.Options.Connection).DataSource, new string('x', 10_000));

        var error = await Assert.ThrowsAsync<StoreException>(test.OpenAnotherAsync);

        Assert.Contains("Store:Connection", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A store as version 1 of the schema left it, filled by SQL and not by this program.</summary>
    private static Task<TestStore> VersionOneAsync(StoreEngine engine) => OfVersionAsync(engine, 1);

    /// <summary>The same, brought to a later version by the scripts alone.</summary>
    private static async Task<TestStore> OfVersionAsync(StoreEngine engine, int version)
    {
        var test = await TestStore.CreateAsync(engine);
        await test.ExecuteAsync(Schema.Scripts(engine.ToString())[0].Script);
        await test.ExecuteAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Schemas", $"version1.{engine}.sql")));
        foreach (var (_, script) in Schema.Scripts(engine.ToString()).Take(version).Skip(1))
            await test.ExecuteAsync(script);
        await test.ExecuteAsync(engine == StoreEngine.Sqlite
            ? $"PRAGMA user_version = {version}"
            : $"CREATE TABLE schema_version (version integer PRIMARY KEY); INSERT INTO schema_version (version) SELECT generate_series(1, {version})");
        return test;
    }
}
