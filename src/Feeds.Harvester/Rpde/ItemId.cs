using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Feeds.Harvester.Rpde;

/// <summary>RPDE's <c>id</c>: a string or an integer, and 1 is the same as "1".</summary>
internal static class ItemId
{
    public const string TooLong = "The item's id is too long.";

    private const int LongestNumber = 64;

    /// <summary>The id, or why it is none.</summary>
    public static (string? Id, string? Problem) Read(ref Utf8JsonReader reader, int longest)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return ReadText(ref reader, longest);
            case JsonTokenType.Number when reader.TryGetInt64(out var integer):
                return (integer.ToString(CultureInfo.InvariantCulture), null);
            case JsonTokenType.Number when reader.ValueSpan.Length <= LongestNumber && !reader.ValueSpan.ContainsAny(".eE"u8):
                return (Encoding.ASCII.GetString(reader.ValueSpan), null);
            default:
                return (null, "The item's id is neither text nor an integer.");
        }
    }

    private static (string? Id, string? Problem) ReadText(ref Utf8JsonReader reader, int longest)
    {
        var id = JsonText.Read(ref reader, longest);
        return id switch
        {
            { Length: 0 } => (null, "The item's id is empty."),
            { } text when text.Length <= longest => (text, null),
            null when reader.ValueSpan.Length <= longest => (null, "The item's id cannot be decoded."),
            _ => (null, TooLong),
        };
    }
}
