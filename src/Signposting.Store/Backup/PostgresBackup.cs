using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Signposting.Store.Postgis;

namespace Signposting.Store.Backup;

/// <summary>A PostgreSQL store in one file, by PostgreSQL's own <c>pg_dump</c> and <c>pg_restore</c>, which must be on the path and not older than the server.</summary>
internal static class PostgresBackup
{
    public static Task SaveAsync(string connection, string target, CancellationToken cancel)
    {
        var settings = Settings(connection);
        return RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", .. Schema(settings), $"--file={target}"], settings, cancel);
    }

    public static async Task RestoreAsync(string connection, string source, CancellationToken cancel)
    {
        var settings = Settings(connection);
        await RequireEmptyAsync(connection, settings, cancel).ConfigureAwait(false);
        await RunAsync("pg_restore", ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", $"--dbname={settings.Database}", source], settings, cancel)
            .ConfigureAwait(false);
    }

    private static async Task RequireEmptyAsync(string connection, NpgsqlConnectionStringBuilder settings, CancellationToken cancel)
    {
        var source = PostgisConnection.Open(connection);
        try
        {
            await using (source.ConfigureAwait(false))
            {
                var command = source.CreateCommand("SELECT to_regclass('schema_version') IS NOT NULL");
                await using (command.ConfigureAwait(false))
                {
                    if (await command.ExecuteScalarAsync(cancel).ConfigureAwait(false) is true)
                        throw new StoreException($"The database {settings.Database} holds a store already: create an empty one and name it in Store:Connection.");
                }
            }
        }
        catch (NpgsqlException e)
        {
            throw PostgisErrors.Explain(e, $"{settings.Host}:{settings.Port}/{settings.Database}");
        }
    }

    /// <summary>A store may have a schema of its own in a database that holds other things.</summary>
    private static string[] Schema(NpgsqlConnectionStringBuilder settings) =>
        settings.SearchPath?.Split(',')[0].Trim() is { Length: > 0 } schema ? [$"--schema={schema}"] : [];

    private static NpgsqlConnectionStringBuilder Settings(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection);
        }
        catch (ArgumentException e)
        {
            throw PostgisErrors.Unreadable(e);
        }
    }

    private static async Task RunAsync(string program, string[] arguments, NpgsqlConnectionStringBuilder settings, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        // By the environment: arguments can be read by every user of the machine.
        Set(start, "PGHOST", settings.Host);
        Set(start, "PGPORT", settings.Port.ToString(CultureInfo.InvariantCulture));
        Set(start, "PGDATABASE", settings.Database);
        Set(start, "PGUSER", settings.Username);
        Set(start, "PGPASSWORD", settings.Password);
        try
        {
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync(cancel).ConfigureAwait(false);
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
            if (process.ExitCode != 0)
                throw new StoreException($"{program} failed: {said.Trim()}");
        }
        catch (Win32Exception e)
        {
            throw new StoreException($"{program} is not on the path: install PostgreSQL's client programs, at least as new as the server.", e);
        }
    }

    private static void Set(ProcessStartInfo start, string name, string? value)
    {
        if (value is not null)
            start.Environment[name] = value;
    }
}
