using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Signposting.Store.Postgis;

/// <summary>Positional parameters with their types, and columns of rows for <c>unnest</c>.</summary>
internal static class Sql
{
    public static NpgsqlParameter Of(long value) => new NpgsqlParameter<long> { TypedValue = value };

    public static NpgsqlParameter Of(double value) => new NpgsqlParameter<double> { TypedValue = value };

    public static NpgsqlParameter Of(bool value) => new NpgsqlParameter<bool> { TypedValue = value };

    public static NpgsqlParameter Of(long? value) => Nullable(value, NpgsqlDbType.Bigint);

    public static NpgsqlParameter Of(string? value) => Nullable(Storable(value), NpgsqlDbType.Text);

    public static NpgsqlParameter Of(ReadOnlyMemory<byte> value) => new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bytea };

    public static NpgsqlParameter Of(IReadOnlyCollection<long> values) => Column(values, NpgsqlDbType.Bigint);

    public static NpgsqlParameter Of(IReadOnlyCollection<int> values) => Column(values, NpgsqlDbType.Integer);

    public static NpgsqlParameter Of(IReadOnlyCollection<string> values) => Column(values, static v => Storable(v), NpgsqlDbType.Text);

    public static NpgsqlParameter Of(IReadOnlyCollection<byte[]> values) => Column(values, NpgsqlDbType.Bytea);

    public static NpgsqlParameter Longs<T>(IReadOnlyCollection<T> rows, Func<T, long> column) => Column(rows, column, NpgsqlDbType.Bigint);

    public static NpgsqlParameter Longs<T>(IReadOnlyCollection<T> rows, Func<T, long?> column) => Column(rows, column, NpgsqlDbType.Bigint);

    public static NpgsqlParameter Ints<T>(IReadOnlyCollection<T> rows, Func<T, int> column) => Column(rows, column, NpgsqlDbType.Integer);

    public static NpgsqlParameter Ints<T>(IReadOnlyCollection<T> rows, Func<T, int?> column) => Column(rows, column, NpgsqlDbType.Integer);

    public static NpgsqlParameter Shorts<T>(IReadOnlyCollection<T> rows, Func<T, short> column) => Column(rows, column, NpgsqlDbType.Smallint);

    public static NpgsqlParameter Bools<T>(IReadOnlyCollection<T> rows, Func<T, bool> column) => Column(rows, column, NpgsqlDbType.Boolean);

    public static NpgsqlParameter Flags<T>(IReadOnlyCollection<T> rows, Func<T, bool?> column) => Column(rows, column, NpgsqlDbType.Boolean);

    public static NpgsqlParameter Doubles<T>(IReadOnlyCollection<T> rows, Func<T, double?> column) => Column(rows, column, NpgsqlDbType.Double);

    public static NpgsqlParameter Texts<T>(IReadOnlyCollection<T> rows, Func<T, string?> column) => Column(rows, row => Storable(column(row)), NpgsqlDbType.Text);

    public static NpgsqlParameter Bytes<T>(IReadOnlyCollection<T> rows, Func<T, byte[]?> column) => Column(rows, column, NpgsqlDbType.Bytea);

    /// <summary>PostgreSQL refuses U+0000 and half surrogate pairs, and with them the whole page: they become U+FFFD.</summary>
    internal static string? Storable(string? text)
    {
        if (text is null || (text.IndexOf('\0') < 0 && text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        return clean.ToString();
    }

    private static NpgsqlParameter Nullable<T>(T? value, NpgsqlDbType type) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = type };

    private static NpgsqlParameter<T[]> Column<T>(IReadOnlyCollection<T> values, NpgsqlDbType type) => Column(values, static v => v, type);

    private static NpgsqlParameter<T[]> Column<TRow, T>(IReadOnlyCollection<TRow> rows, Func<TRow, T> column, NpgsqlDbType type)
    {
        var values = new T[rows.Count];
        var i = 0;
        foreach (var row in rows)
            values[i++] = column(row);
        return new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
