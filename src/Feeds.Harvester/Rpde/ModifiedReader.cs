using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Feeds.Harvester.Rpde;

/// <summary>Reads <see cref="Modified"/> in every form that feeds use.</summary>
internal static class ModifiedReader
{
    private const int Longest = 128;

    private static readonly string[] LooseTimes = ["yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFF zzz", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>The version, or why it is none.</summary>
    public static (Modified Modified, string? Problem) Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.String => ReadText(ref reader),
        JsonTokenType.Null => (Modified.OfText(null), null),
        _ => (default, "The item's 'modified' is neither text nor an integer."),
    };

    private static (Modified Modified, string? Problem) ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var integer))
        {
            return (Modified.OfInteger(integer), null);
        }

        var digits = reader.ValueSpan;
        if (digits.Length > Longest || !digits.ContainsAny(".eE"u8))
        {
            return (default, "The item's 'modified' does not fit into 64 bits.");
        }

        // Written as 1.6E9 or 1600000000.0 it is an integer still; 1600000000.5 has no place among integers.
        return reader.TryGetDecimal(out var number) && decimal.IsInteger(number) && decimal.Abs(number) <= long.MaxValue
            ? (Modified.OfInteger((long)number), null)
            : (Modified.OfText(Encoding.ASCII.GetString(digits)), null);
    }

    private static (Modified Modified, string? Problem) ReadText(ref Utf8JsonReader reader)
    {
        if (Utf8Parser.TryParse(reader.ValueSpan, out long integer, out var used) && used == reader.ValueSpan.Length)
        {
            return (Modified.OfInteger(integer), null);
        }

        return JsonText.Read(ref reader, Longest) is { Length: <= Longest } text
            ? (TimeOf(ref reader, text) is { } utc ? Modified.OfTime(text, utc) : Modified.OfText(text), null)
            : (default, "The item's 'modified' is too long or cannot be decoded.");
    }

    /// <summary>A time without a zone is taken as UTC: it only has to keep the order within its feed.</summary>
    private static DateTime? TimeOf(ref Utf8JsonReader reader, string text)
    {
        if (reader.TryGetDateTime(out var time) && time.Kind != DateTimeKind.Local)
        {
            return time;
        }

        return reader.TryGetDateTimeOffset(out var zoned) ? zoned.UtcDateTime
            : DateTimeOffset.TryParseExact(text, LooseTimes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var loose)
                ? loose.UtcDateTime : null;
    }
}
