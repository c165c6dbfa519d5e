using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Signposting.SystemTests.Support;

/// <summary>
/// All that a store holds, row by row in an order of its own: by feed URL, subject key and public id, never by row id or by
/// the time of harvesting. Two stores that hold the same have the same digest, however they came to it.
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
            SELECT f.url, s.key, g.origin, g.item_key, g.type, p.key, g.modified, g.doc
            FROM fragment g JOIN feed f ON f.id = g.feed_id JOIN subject s ON s.id = g.subject_id LEFT JOIN subject p ON p.id = g.parent_id
            """),
        ("subject", "SELECT s.key, d.url, s.times, s.described, r.key, s.reason FROM subject s JOIN dataset d ON d.id = s.dataset_id LEFT JOIN subject r ON r.id = s.root_id"),
        ("opportunity", "SELECT o.public_id, s.key, o.type, o.flags, o.starts, o.ends, o.doc FROM opportunity o JOIN subject s ON s.id = o.subject_id"),
        ("withdrawn", "SELECT public_id FROM withdrawn"),
    ];

    /// <summary>A line for each row.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(bool isSqlite, string connectionString, CancellationToken cancel)
    {
        await using DbConnection connection = isSqlite ? new SqliteConnection(connectionString) : new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        List<string> digest = [];
        foreach (var (table, sql) in Tables)
            digest.AddRange((await RowsAsync(connection, sql, cancel)).Order(StringComparer.Ordinal).Select(row => $"{table} {row}"));
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

    private static string Text(object value) => value is byte[] bytes ? Short(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Keys as they are, documents by their hash.</summary>
    private static string Short(byte[] bytes) => Convert.ToHexStringLower(bytes.Length <= 16 ? bytes : SHA256.HashData(bytes).AsSpan(0, 8));
}
