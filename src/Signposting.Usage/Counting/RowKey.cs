using System.Globalization;

namespace Signposting.Usage.Counting;

/// <summary>The dimensions of a row, in the order of its table; those that the table does not have are empty.</summary>
public readonly record struct RowKey(string First, string Second = "", string Third = "") : IComparable<RowKey>
{
    public int CompareTo(RowKey other)
    {
        var first = Compare(First, other.First);
        if (first != 0)
            return first;
        var second = Compare(Second, other.Second);
        return second != 0 ? second : Compare(Third, other.Third);
    }

    public static bool operator <(RowKey left, RowKey right) => left.CompareTo(right) < 0;

    public static bool operator >(RowKey left, RowKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(RowKey left, RowKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RowKey left, RowKey right) => left.CompareTo(right) >= 0;

    // Numbers, such as deciles, in their order and before words.
    private static int Compare(string left, string right) => (Number(left), Number(right)) switch
    {
        ({ } first, { } second) when first != second => first.CompareTo(second),
        ({ }, null) => -1,
        (null, { }) => 1,
        _ => string.CompareOrdinal(left, right),
    };

    private static int? Number(string text) => text.Length > 0 && char.IsAsciiDigit(text[0]) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
