using Npgsql;

namespace Signposting.Store.Postgis;

/// <summary>Creates and upgrades the schema; the highest row of <c>schema_version</c> is the version.</summary>
internal static class PostgisSchema
{
    /// <summary>Number of the advisory lock under which schemas change ("signpost" in ASCII); held until the transaction ends.</summary>
    private const long LockNumber = 0x7369676E706F7374;

    private const string FeatureNotSupported = PostgresErrorCodes.FeatureNotSupported;
    private const string UndefinedFile = PostgresErrorCodes.UndefinedFile;

    /// <summary>One transaction for all: several processes may start at once, and one that is killed leaves the old version.</summary>
    public static async Task MigrateAsync(NpgsqlDataSource source, IReadOnlyList<(int Version, string Script)> scripts, CancellationToken cancel)
    {
        var connection = await source.OpenConnectionAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var transaction = await connection.BeginTransactionAsync(cancel).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await RunAsync(connection, $"SELECT pg_advisory_xact_lock({LockNumber})", cancel).ConfigureAwait(false);
                await RequirePostgisAsync(connection, cancel).ConfigureAwait(false);
                await RunAsync(connection, "CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY)", cancel).ConfigureAwait(false);
                var version = (int)(await RunAsync(connection, "SELECT coalesce(max(version), 0) FROM schema_version", cancel).ConfigureAwait(false))!;
                if (version > scripts[^1].Version)
                    throw Schema.TooNew(version, scripts[^1].Version);
                foreach (var (number, script) in scripts.Where(s => s.Version > version))
                    await RunAsync(connection, $"{script};\nINSERT INTO schema_version (version) VALUES ({number})", cancel).ConfigureAwait(false);
                await transaction.CommitAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    private static async Task RequirePostgisAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (await RunAsync(connection, "SELECT 1 FROM pg_extension WHERE extname = 'postgis'", cancel).ConfigureAwait(false) is not null)
            return;
        try
        {
            await RunAsync(connection, "CREATE EXTENSION postgis", cancel).ConfigureAwait(false);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StoreException(
                $"The user of Store:Connection may not add PostGIS to the database {connection.Database}: have an administrator run \"CREATE EXTENSION postgis\" in it once.", e);
        }
        catch (PostgresException e) when (e.SqlState is FeatureNotSupported or UndefinedFile)
        {
            throw new StoreException(
                "The server that Store:Connection names does not have PostGIS. Install its package there (for example postgresql-15-postgis-3), or name another server.", e);
        }
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
            return await command.ExecuteScalarAsync(cancel).ConfigureAwait(false);
    }
}
