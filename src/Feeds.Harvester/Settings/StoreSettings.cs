using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Signposting.Store;

namespace Feeds.Harvester.Settings;

/// <summary>Reads <c>Store:Engine</c> and <c>Store:Connection</c>. No message repeats a connection string: it may hold a password.</summary>
internal static class StoreSettings
{
    public static StoreOptions Read(IConfiguration configuration, string startFolder, List<string> problems)
    {
        var connection = configuration["Store:Connection"];
        switch (configuration["Store:Engine"]?.ToLowerInvariant())
        {
            case null or "" or "sqlite":
                return new StoreOptions(StoreEngine.Sqlite, Sqlite(connection, startFolder, problems));
            case "postgis":
                return new StoreOptions(StoreEngine.Postgis, Postgis(connection, problems));
            case var unknown:
                problems.Add($"Store:Engine: '{unknown}' is not an engine; write sqlite or postgis.");
                return new StoreOptions(StoreEngine.Sqlite, StoreOptions.DefaultConnection);
        }
    }

    private static string Sqlite(string? text, string startFolder, List<string> problems)
    {
        try
        {
            var connection = new SqliteConnectionStringBuilder(string.IsNullOrEmpty(text) ? StoreOptions.DefaultConnection : text);
            if (connection.DataSource is { Length: > 0 } file && !IsSpecial(file))
                connection.DataSource = Path.GetFullPath(file, startFolder);
            else if (connection.DataSource.Length == 0 || connection.DataSource == ":memory:")
                problems.Add($"Store:Connection: it names no file; write for example {StoreOptions.DefaultConnection}");
            return connection.ToString();
        }
        catch (ArgumentException)
        {
            problems.Add($"Store:Connection: it is no connection string of SQLite; write for example {StoreOptions.DefaultConnection}");
            return StoreOptions.DefaultConnection;
        }
    }

    private static string Postgis(string? text, List<string> problems)
    {
        const string Example = "Host=localhost;Database=signposting;Username=signposting;Password=…";
        try
        {
            if (new NpgsqlConnectionStringBuilder(text).Host is not { Length: > 0 })
                problems.Add($"Store:Connection: the engine postgis needs a connection string, for example {Example}");
        }
        catch (ArgumentException)
        {
            problems.Add($"Store:Connection: it is no connection string of PostgreSQL; write for example {Example}");
        }

        return text ?? "";
    }

    private static bool IsSpecial(string file) =>
        file == ":memory:" || file.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        || file.StartsWith("|DataDirectory|", StringComparison.OrdinalIgnoreCase);
}
