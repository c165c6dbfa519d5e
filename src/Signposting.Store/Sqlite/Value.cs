using System.Text;

namespace Signposting.Store.Sqlite;

/// <summary>A value to be bound: null, a number, a text or bytes, without a box around numbers.</summary>
internal readonly struct Value
{
    private Value(ValueKind kind, long number, object? content)
    {
        Kind = kind;
        Number = number;
        Content = content;
    }

    public ValueKind Kind { get; }

    /// <summary>The integer, or the bits of the double.</summary>
    public long Number { get; }

    /// <summary>The string, or the byte array.</summary>
    public object? Content { get; }

    /// <summary>Bytes that its content takes in UTF-8, or fewer.</summary>
    public int MostBytes => Kind switch
    {
        ValueKind.Text => Encoding.UTF8.GetMaxByteCount(((string)Content!).Length),
        ValueKind.Blob => ((byte[])Content!).Length,
        _ => 0,
    };

    public static implicit operator Value(long value) => new(ValueKind.Integer, value, null);

    public static implicit operator Value(int value) => new(ValueKind.Integer, value, null);

    public static implicit operator Value(bool value) => new(ValueKind.Integer, value ? 1 : 0, null);

    public static implicit operator Value(double value) => new(ValueKind.Real, BitConverter.DoubleToInt64Bits(value), null);

    public static implicit operator Value(long? value) => value is { } v ? v : default(Value);

    public static implicit operator Value(int? value) => value is { } v ? v : default(Value);

    public static implicit operator Value(double? value) => value is { } v ? v : default(Value);

    public static implicit operator Value(string? value) => value is null ? default : new(ValueKind.Text, 0, value);

    public static implicit operator Value(byte[]? value) => value is null ? default : new(ValueKind.Blob, 0, value);
}

internal enum ValueKind : byte
{
    Null,
    Integer,
    Real,
    Text,
    Blob,
}
