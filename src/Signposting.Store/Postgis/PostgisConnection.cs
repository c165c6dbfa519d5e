using System.Data.Common;
using Npgsql;

namespace Signposting.Store.Postgis;

/// <summary>Connection settings that an operator need not know of; each can be set otherwise in <c>Store:Connection</c>.</summary>
internal static class PostgisConnection
{
    /// <summary>A pool of connections whose statements stay prepared.</summary>
    public static NpgsqlDataSource Open(string connection)
    {
        try
        {
            var given = new DbConnectionStringBuilder { ConnectionString = connection };
            var settings = new NpgsqlDataSourceBuilder(connection);
            var builder = settings.ConnectionStringBuilder;
            if (string.IsNullOrEmpty(builder.Host))
                throw new ArgumentException("it names no Host");
            Default(given, "Application Name", () => builder.ApplicationName = "signposting");
            Default(given, "Maximum Pool Size", () => builder.MaxPoolSize = 32, "Max Pool Size");
            Default(given, "Command Timeout", () => builder.CommandTimeout = 120);
            Default(given, "Keepalive", () => builder.KeepAlive = 30);
            Default(given, "Max Auto Prepare", () => builder.MaxAutoPrepare = 200);
            Default(given, "Auto Prepare Min Usages", () => builder.AutoPrepareMinUsages = 2);
            Default(given, "Read Buffer Size", () => builder.ReadBufferSize = 32 * 1024);
            // Everything set here is local to a transaction; DISCARD ALL on every use would only cost.
            Default(given, "No Reset On Close", () => builder.NoResetOnClose = true);
            // Compiling a query costs more than any of ours takes.
            settings.UsePhysicalConnectionInitializer(static c => NoJit(c), static async c => await NoJitAsync(c).ConfigureAwait(false));
            return settings.Build();
        }
        catch (ArgumentException e)
        {
            throw PostgisErrors.Unreadable(e);
        }
    }

    /// <summary>Host, port and database, for messages.</summary>
    public static string Where(NpgsqlDataSource source)
    {
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        return $"{settings.Host}:{settings.Port}/{settings.Database}";
    }

    private static void Default(DbConnectionStringBuilder given, string key, Action set, string? alias = null)
    {
        if (!given.ContainsKey(key) && (alias is null || !given.ContainsKey(alias)))
            set();
    }

    private static void NoJit(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SET jit = off", connection);
        command.ExecuteNonQuery();
    }

    private static async Task NoJitAsync(NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand("SET jit = off", connection);
        await using (command.ConfigureAwait(false))
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }
}
