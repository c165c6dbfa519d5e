using Npgsql;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

/// <summary>What an operator reads when PostgreSQL cannot be used.</summary>
public sealed class PostgresFaultTests
{
    [Theory]
    [InlineData("Data Source=data/signposting.db", "Store:Connection cannot be read as a PostgreSQL connection string")]
    [InlineData("Database=signposting", "names no Host")]
    [InlineData("Host=127.0.0.1;Port=1;Database=signposting;Username=nobody", "PostgreSQL at 127.0.0.1:1/signposting cannot be reached")]
    public async Task A_connection_that_cannot_work_is_a_sentence_that_names_the_key(string connection, string sentence)
    {
        var error = await OpenAsync(connection);

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.Contains("Store:Connection", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_never_repeated()
    {
        var error = await OpenAsync("Host=127.0.0.1;Port=1;Username=me;Password=s3cret;Database=x");

        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_named()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        await using var postgres = await TestPostgres.CreateAsync();

        var error = await OpenAsync(new NpgsqlConnectionStringBuilder(postgres.Connection) { Database = "no_such_database" }.ToString());

        Assert.Contains("no_such_database does not exist. Create it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_without_rights_is_told_which_one_is_missing()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        await using var postgres = await TestPostgres.CreateAsync();
        var role = "r" + Guid.NewGuid().ToString("n");
        await postgres.ExecuteAsync($"CREATE ROLE {role} LOGIN PASSWORD 'x'");
        try
        {
            var error = await OpenAsync(new NpgsqlConnectionStringBuilder(postgres.Connection) { Username = role, Password = "x" }.ToString());

            Assert.Contains("lacks a right", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            await postgres.ExecuteAsync($"DROP ROLE {role}");
        }
    }

    [Fact]
    public async Task A_broken_connection_is_a_sentence_and_the_next_call_works_again()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        await using var test = await TestStore.OpenAsync(StoreEngine.Postgis);
        await using var postgres = await TestPostgres.CreateAsync();
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));
        var schema = new NpgsqlConnectionStringBuilder(test.Options.Connection).SearchPath!.Split(',')[0];

        await using var engine = Engines.Create(test.Options);
        await using (var writer = await engine.BeginWriteAsync(durable: false, CancellationToken.None))
        {
            await writer.LockFeedAsync(feed.Id, CancellationToken.None);
            await postgres.ExecuteAsync($"SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE c.relname = 'feed' AND c.relnamespace = '{schema}'::regnamespace AND l.pid <> pg_backend_pid()");
            var error = await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await writer.ReadItemsAsync(feed.Id, [1], CancellationToken.None));
            Assert.IsType<StoreException>(engine.Explain(error));
        }

        await feed.CommitAsync(Items.Session("2", Items.Tomorrow.AddHours(1)));
        Assert.Equal(2, (await test.FindOneAsync()).Sessions.Count);
    }

    [Fact]
    public async Task A_use_that_finds_no_free_connection_in_time_failed_by_itself_and_the_store_is_not_away()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        await using var test = await TestStore.OpenAsync(StoreEngine.Postgis);
        var connection = new NpgsqlConnectionStringBuilder(test.Options.Connection) { MinPoolSize = 0, MaxPoolSize = 1, Timeout = 1 }.ToString();
        await using var engine = Engines.Create(test.Options with { Connection = connection });
        await using var only = await engine.BeginReadAsync(CancellationToken.None);

        var error = await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await engine.BeginReadAsync(CancellationToken.None));

        Assert.Equal(StoreFault.Failed, engine.Explain(error).Fault);
    }

    private static Task<StoreException> OpenAsync(string connection) => Assert.ThrowsAsync<StoreException>(
        () => SpatialStore.OpenAsync(new StoreOptions(StoreEngine.Postgis, connection), TimeProvider.System, CancellationToken.None));
}
