using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// Reads JSON values as publishers write them: a number may be a string, one value may be an array of one,
/// and <c>null</c>, <c>""</c> and <c>[]</c> mean absent.
/// </summary>
internal static class JsonValues
{
    /// <summary>Letters that <see cref="Word"/> needs room for.</summary>
    internal const int WordRoom = 2 * NormalisingLimits.Label;

    internal static bool IsAbsent(this JsonValue value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => IsBlank(value.Escaped),
        JsonValueKind.Array => value.IsEmptyArray,
        _ => false,
    };

    internal static bool IsObject(this JsonValue value) => value.ValueKind == JsonValueKind.Object;

    internal static bool IsString(this JsonValue value) => value.ValueKind == JsonValueKind.String;

    /// <summary>The first of two properties that is present.</summary>
    internal static JsonValue Get(this JsonValue value, Property name, Property otherwise)
    {
        var found = value.Get(name);
        return found.IsAbsent() ? value.Get(otherwise) : found;
    }

    /// <summary>The values of an array, or the one value; absent ones are left out.</summary>
    internal static JsonEntries Each(this JsonValue value) => new(value);

    /// <summary>The value itself, or the first present one of an array.</summary>
    internal static JsonValue First(this JsonValue value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return value;
        foreach (var entry in value.Children)
        {
            if (!entry.IsAbsent())
                return entry.ValueKind == JsonValueKind.Array ? default : entry;
        }

        return default;
    }

    /// <summary>The unescaped UTF-8 of a string (no copy when nothing is escaped); empty for anything else.</summary>
    internal static ReadOnlySpan<byte> Utf8(this JsonValue value) => value.IsString() ? value.Decoded : default;

    /// <summary>A string or number as one clean line; the first one of an array.</summary>
    internal static string? Line(this JsonValue value, int limit)
    {
        value = value.First();
        return value.ValueKind switch
        {
            JsonValueKind.String => Text.Line(value.GetString()!, limit),
            JsonValueKind.Number => Text.Line(value.GetRawText(), limit),
            _ => null,
        };
    }

    /// <summary>A number, or a string that is one; finite.</summary>
    internal static double? Number(this JsonValue value)
    {
        value = value.First();
        double number = double.NaN;
        var read = value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDouble(out number),
            JsonValueKind.String => double.TryParse(value.Utf8().Trim((byte)' '), NumberStyles.Float, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
        return read && double.IsFinite(number) ? number : null;
    }

    /// <summary>A whole number in the range of an int; fractions are cut off.</summary>
    internal static int? Integer(this JsonValue value) =>
        value.Number() is { } number && Math.Abs(number) <= int.MaxValue ? (int)number : null;

    /// <summary>A boolean, the words for one, or schema.org's <c>True</c> and <c>False</c>.</summary>
    internal static bool? Boolean(this JsonValue value)
    {
        value = value.First();
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => value.Number() switch { 1 => true, 0 => false, _ => null },
            JsonValueKind.String => value.Word(stackalloc char[WordRoom]) switch { "true" or "yes" or "1" => true, "false" or "no" or "0" => false, _ => null },
            _ => null,
        };
    }

    /// <summary>
    /// The last part of an enumeration value in lower case: <c>https://schema.org/EventCancelled</c>,
    /// <c>schema:EventCancelled</c> and <c>EventCancelled</c> are the same. Empty when it is none.
    /// </summary>
    /// <param name="value">A string, the first one of an array, or an object with an id.</param>
    /// <param name="room">At least <see cref="WordRoom"/>.</param>
    internal static ReadOnlySpan<char> Word(this JsonValue value, Span<char> room)
    {
        value = value.First();
        if (value.IsObject())
            value = value.Get(Property.AtId, Property.Id);
        var utf8 = LastPart(value.Utf8().Trim((byte)' '));
        if (utf8.Length is 0 or > NormalisingLimits.Label)
            return default;
        if (Ascii.ToLower(utf8, room, out var length) == OperationStatus.Done)
            return room[..length];
        var published = room[NormalisingLimits.Label..];
        published = published[..Encoding.UTF8.GetChars(utf8, published)];
        return room[..((ReadOnlySpan<char>)published).ToLowerInvariant(room[..NormalisingLimits.Label])];
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => text.IsEmpty || (text[0] == ' ' && !text.ContainsAnyExcept((byte)' '));

    /// <summary>What follows the last <c>/</c>, <c>#</c> or <c>:</c>.</summary>
    internal static ReadOnlySpan<byte> LastPart(ReadOnlySpan<byte> utf8) => utf8[(utf8.LastIndexOfAny("/#:"u8) + 1)..];
}
