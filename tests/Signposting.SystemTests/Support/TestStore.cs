using Npgsql;
using Xunit;

namespace Signposting.SystemTests.Support;

/// <summary>A store of one engine that is thrown away with the test: a file, or a database of its own.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private const string PostgresVariable = "SIGNPOSTING_TEST_POSTGRES";
    private static int count;

    private readonly DirectoryInfo? folder;
    private readonly string? server;
    private readonly string? database;

    private TestStore(DirectoryInfo folder) => (this.folder, Engine, Connection) = (folder, "sqlite", $"Data Source={Path.Combine(folder.FullName, "store.db")};Pooling=False");

    private TestStore(string server, string database)
    {
        (this.server, this.database, Engine) = (server, database, "postgis");
        Connection = new NpgsqlConnectionStringBuilder(server) { Database = database, Pooling = false }.ConnectionString;
    }

    public string Engine { get; }

    public string Connection { get; }

    /// <summary>Makes an empty store; for PostgreSQL the test is skipped when no server is named.</summary>
    public static async Task<TestStore> CreateAsync(string engine)
    {
        if (engine == "sqlite")
            return new TestStore(Directory.CreateTempSubdirectory("store-"));
        var server = Environment.GetEnvironmentVariable(PostgresVariable);
        Assert.SkipUnless(!string.IsNullOrEmpty(server), $"needs a PostgreSQL server; name it in {PostgresVariable}");
        var store = new TestStore(server!, $"system_{Environment.ProcessId}_{Interlocked.Increment(ref count)}");
        await store.OnServerAsync($"CREATE DATABASE {store.database}");
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        folder?.Delete(recursive: true);
        if (database is not null)
            await OnServerAsync($"DROP DATABASE {database} WITH (FORCE)");
    }

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
