using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Signposting.SystemTests.Support;

/// <summary>
/// All that a store holds, as one hash for each table: by feed URL, subject key and public id, never by row id or by the
/// time of harvesting. Two stores that hold the same have the same digest, however they came to it.
/// </summary>
internal static class StoreDigest
{
    private static readonly (string Table, string Sql)[] Tables =
    [
        ("feed", "SELECT url, kind, cursor, reached_end, pages FROM feed"),
        ("item", """
            SELECT f.url, i.item_key, i.modified, i.state, i.hash, s.key, i.start, i.reason
            FROM item i JOIN feed f ON f.id = i.feed_id LEFT JOIN subject s ON s.id = i.subject_id
            """),
        ("session", """
            SELECT f.url, s.key, x.start, x.item_key, x.ord, x.seconds, x.flags, x.remaining, x.url, v.hash
            FROM session x JOIN feed f ON f.id = x.feed_id JOIN subject s ON s.id = x.subject_id LEFT JOIN variant v ON v.id = x.variant_id
            """),
        ("fragment", """
            SELECT f.url, s.key, g.origin, g.item_key, g.type, p.key, g.modified, g.hash
            FROM fragment g JOIN feed f ON f.id = g.feed_id JOIN subject s ON s.id = g.subject_id LEFT JOIN subject p ON p.id = g.parent_id
            """),
        ("subject", "SELECT s.key, d.url, s.times, s.described, r.key, s.reason FROM subject s JOIN dataset d ON d.id = s.dataset_id LEFT JOIN subject r ON r.id = s.root_id"),
        ("opportunity", "SELECT o.public_id, s.key, o.type, o.flags, o.starts, o.ends FROM opportunity o JOIN subject s ON s.id = o.subject_id"),
        ("withdrawn", "SELECT public_id FROM withdrawn"),
    ];

    /// <summary>A line for each table: its name, its rows, and the hash of all rows in an order of their own.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(TestStore store, CancellationToken cancel)
    {
        await using DbConnection connection = store.Engine == "sqlite" ? new SqliteConnection(store.Connection) : new NpgsqlConnection(store.Connection);
        await connection.OpenAsync(cancel);
        List<string> digest = [];
        foreach (var (table, sql) in Tables)
        {
            var rows = await RowsAsync(connection, sql, cancel);
            rows.Sort(StringComparer.Ordinal);
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows)));
            digest.Add($"{table}: {rows.Count} rows, {Convert.ToHexString(hash)[..16]}");
        }

        return digest;
    }

    private static async Task<List<string>> RowsAsync(DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        List<string> rows = [];
        while (await reader.ReadAsync(cancel))
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))));
        return rows;
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
