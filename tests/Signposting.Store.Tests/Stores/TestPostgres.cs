using Npgsql;

namespace Signposting.Store.Tests.Stores;

/// <summary>The PostgreSQL server that tests may use: a schema of its own for each store, dropped afterwards.</summary>
internal sealed class TestPostgres : IAsyncDisposable
{
    public const string Variable = "SIGNPOSTING_TEST_POSTGRES";

    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable);
    private readonly string _schema = "t_" + Guid.NewGuid().ToString("n");

    private TestPostgres() { }

    /// <summary>Why tests on PostGIS are skipped; null when they are not.</summary>
    public static string? Missing => string.IsNullOrEmpty(Server) ? $"{Variable} names no PostgreSQL database with PostGIS." : null;

    public string Connection => new NpgsqlConnectionStringBuilder(Server) { SearchPath = $"{_schema},public", MaxPoolSize = 8 }.ToString();

    public static async Task<TestPostgres> CreateAsync()
    {
        var postgres = new TestPostgres();
        await postgres.ExecuteAsync($"CREATE SCHEMA {postgres._schema}");
        return postgres;
    }

    /// <summary>Runs SQL in the schema of this store.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync() => await ExecuteAsync($"SET client_min_messages = warning; DROP SCHEMA {_schema} CASCADE");
}
