using System.Text;

namespace Signposting.Store.Sqlite;

/// <summary>The rows of one run of a statement, which ends when this is disposed.</summary>
internal readonly ref struct Rows(Statement statement, nint handle)
{
    private readonly nint _handle = handle;

    public bool Read() => statement.Step();

    public void Dispose() => statement.Reset();

    public bool IsDBNull(int column) => Native.ColumnType(_handle, column) == Native.Null;

    public long GetInt64(int column) => Native.ColumnLong(_handle, column);

    public int GetInt32(int column) => checked((int)Native.ColumnLong(_handle, column));

    public byte GetByte(int column) => checked((byte)Native.ColumnLong(_handle, column));

    public bool GetBoolean(int column) => Native.ColumnLong(_handle, column) != 0;

    public double GetDouble(int column) => Native.ColumnDouble(_handle, column);

    /// <summary>The numbers of a list such as <c>[3,17]</c>, as this store writes them; none when it is null.</summary>
    public int[] GetNumbers(int column)
    {
        var text = Native.Bytes(_handle, column);
        if (text.Length < 3)
            return [];
        var numbers = new int[text.Count((byte)',') + 1];
        var at = 0;
        foreach (var c in text[1..^1])
        {
            if (c == (byte)',')
                at++;
            else
                numbers[at] = (numbers[at] * 10) + (c - '0');
        }

        return numbers;
    }

    /// <summary>The text or bytes as they are stored; valid until the next row.</summary>
    public ReadOnlySpan<byte> GetUtf8(int column) => Native.Bytes(_handle, column);

    public string GetString(int column) => Encoding.UTF8.GetString(Native.Bytes(_handle, column));

    public byte[] GetBytes(int column) => Native.Bytes(_handle, column).ToArray();

    public string? Text(int column) => IsDBNull(column) ? null : GetString(column);

    public long? Long(int column) => IsDBNull(column) ? null : GetInt64(column);

    public int? Int(int column) => IsDBNull(column) ? null : GetInt32(column);

    public byte[]? Bytes(int column) => IsDBNull(column) ? null : GetBytes(column);

    public DateTimeOffset? Time(int column) => IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeSeconds(GetInt64(column));
}
