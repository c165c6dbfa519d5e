using Microsoft.Data.Sqlite;
using Npgsql;
using Signposting.Benchmarks.Programs;
using Signposting.Store;

namespace Signposting.Benchmarks.Filling;

/// <summary>A store that a benchmark fills and asks.</summary>
internal sealed class StoreUnderTest
{
    public const string PostgresVariable = "SIGNPOSTING_TEST_POSTGRES";

    private StoreUnderTest(StoreOptions options) => Options = options;

    public StoreOptions Options { get; }

    public string Name => Options.Engine == StoreEngine.Sqlite ? "SQLite" : "PostGIS";

    /// <summary>The settings that make a program use it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Store__Engine"] = Options.Engine == StoreEngine.Sqlite ? "sqlite" : "postgis",
        ["Store__Connection"] = Options.Connection,
        ["Feeds__Enabled"] = "false",
    };

    /// <summary>An empty store in a file.</summary>
    public static StoreUnderTest EmptySqlite(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            File.Delete(file + suffix);
        return new StoreUnderTest(new StoreOptions(StoreEngine.Sqlite, $"Data Source={file}"));
    }

    /// <summary>An empty database of its own; null when no PostgreSQL was named.</summary>
    public static async Task<StoreUnderTest?> EmptyPostgisAsync(string database, CancellationToken cancel)
    {
        if (Environment.GetEnvironmentVariable(PostgresVariable) is not { Length: > 0 } server)
        {
            Console.WriteLine($"PostGIS is left out: {PostgresVariable} is not set (eng/with-postgres.sh sets it).");
            return null;
        }

        await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {database} WITH (FORCE)", cancel);
        await ExecuteAsync(server, $"CREATE DATABASE {database}", cancel);
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;
        await ExecuteAsync(connection, "CREATE EXTENSION IF NOT EXISTS postgis", cancel);
        return new StoreUnderTest(new StoreOptions(StoreEngine.Postgis, connection));
    }

    /// <summary>The engines asked for, each with an empty store.</summary>
    public static async Task<IReadOnlyList<StoreUnderTest>> EmptyAsync(IReadOnlyList<string> engines, string folder, string name, CancellationToken cancel)
    {
        var stores = new List<StoreUnderTest>();
        if (engines.Contains("sqlite"))
            stores.Add(EmptySqlite(Path.Combine(folder, $"{name}.db")));
        if (engines.Contains("postgis") && await EmptyPostgisAsync($"signposting_{name}", cancel) is { } postgis)
            stores.Add(postgis);
        return stores;
    }

    /// <summary>Items held, by the kind of their feed.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountItemsAsync(CancellationToken cancel)
    {
        await using var store = await SpatialStore.OpenAsync(Options, TimeProvider.System, cancel);
        foreach (var feed in await store.ListFeedsAsync(cancel))
            await store.CountFeedAsync(feed.Id, cancel);
        var feeds = await store.ListFeedsAsync(cancel);
        return feeds.ToDictionary(feed => feed.Kind, feed => feed.ItemsHeld, StringComparer.Ordinal);
    }

    /// <summary>Bytes on disk, indexes and free pages included, after a checkpoint and without a VACUUM.</summary>
    public async Task<long> MeasureBytesAsync(CancellationToken cancel)
    {
        await using (await SpatialStore.OpenAsync(Options, TimeProvider.System, cancel))
        {
            // Opening makes the schema, so that an empty store can be measured too.
        }

        return Options.Engine == StoreEngine.Sqlite
            ? await ReadSqliteAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel) is 0 ? SqliteBytes() : throw new BenchmarkException("The checkpoint was blocked.")
            : await PostgresBytesAsync(cancel);
    }

    /// <summary>The largest tables and indexes, in bytes; for SQLite only where the program sqlite3 is installed, because ours has no dbstat.</summary>
    public async Task<string> DescribeLargestAsync(CancellationToken cancel) => Options.Engine == StoreEngine.Sqlite
        ? await DescribeSqliteAsync(cancel)
        : await ReadPostgresAsync<string>(
            """
            SELECT string_agg(format('    %s %s', rpad(relname, 40), lpad(bytes::text, 14)), E'\n')
            FROM (SELECT relname, pg_relation_size(oid) + coalesce(pg_relation_size(nullif(reltoastrelid, 0)), 0) AS bytes
                  FROM pg_class WHERE relkind IN ('r', 'i') ORDER BY 2 DESC LIMIT 14) AS largest
            """,
            cancel);

    /// <summary>Runs SQL that both engines know.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        if (Options.Engine != StoreEngine.Sqlite)
        {
            await ExecuteAsync(Options.Connection, sql, cancel);
            return;
        }

        await using var connection = new SqliteConnection(Options.Connection);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<string> DescribeSqliteAsync(CancellationToken cancel)
    {
        const string sql = "SELECT printf('    %-40s %14d', name, sum(pgsize)) FROM dbstat GROUP BY name ORDER BY sum(pgsize) DESC LIMIT 14";
        try
        {
            var file = new SqliteConnectionStringBuilder(Options.Connection).DataSource;
            return (await ChildProgram.RunAsync("sqlite3", ["-readonly", file, sql], null, cancel)).Output.TrimEnd();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "    (install sqlite3 to see the largest tables)";
        }
    }

    private long SqliteBytes()
    {
        var file = new SqliteConnectionStringBuilder(Options.Connection).DataSource;
        return new FileInfo(file).Length + (File.Exists(file + "-wal") ? new FileInfo(file + "-wal").Length : 0);
    }

    private async Task<long> ReadSqliteAsync(string sql, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(Options.Connection);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private async Task<long> PostgresBytesAsync(CancellationToken cancel)
    {
        await ExecuteAsync(Options.Connection, "CHECKPOINT", cancel);
        return await ReadPostgresAsync<long>("SELECT pg_database_size(current_database())", cancel);
    }

    private async Task<T> ReadPostgresAsync<T>(string sql, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(Options.Connection);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task ExecuteAsync(string connection, string sql, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
