using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using Signposting.Store;

namespace Signposting.Api.Tests.Usage;

/// <summary>Everything that stands in a store, as text: each table with its name, blobs as text and as hexadecimal digits.</summary>
internal static class Dump
{
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(StoreOptions store)
    {
        await using DbConnection connection = store.Engine == StoreEngine.Sqlite ? new SqliteConnection(store.Connection + ";Pooling=false") : new NpgsqlConnection(store.Connection + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var names = await ReadAsync(connection, store.Engine == StoreEngine.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table'"
            : "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()");
        var tables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            tables[name] = await ReadAsync(connection, store.Engine == StoreEngine.Sqlite ? $"SELECT * FROM \"{name}\"" : $"SELECT t::text FROM \"{name}\" t");
        return tables;
    }

    private static async Task<string> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var text = new StringBuilder();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            for (var column = 0; column < reader.FieldCount; column++)
                text.Append(column > 0 ? "|" : "").Append(TextOf(reader.GetValue(column)));
            text.Append('\n');
        }

        return text.ToString();
    }

    private static string TextOf(object value) => value is byte[] bytes
        ? $"{Encoding.Latin1.GetString(bytes)} {Convert.ToHexStringLower(bytes)}"
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
