using System.Globalization;
using System.Text.Json;
using Feeds.Harvester.Http;

namespace Feeds.Harvester.Rpde;

/// <summary>What can be told of a body before it is read as JSON.</summary>
internal static class JsonBody
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The body without a UTF-8 byte order mark.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) => body.Span.StartsWith(Mark) ? body[Mark.Length..] : body;

    /// <summary>The fault of a body that cannot be JSON, by its first byte; publishers' error pages come with status 200.</summary>
    public static Fault? Objection(ReadOnlySpan<byte> body)
    {
        var start = body.TrimStart(" \t\r\n"u8);
        return start.IsEmpty ? RpdeFaults.NotJson("the body is empty")
            : start[0] == '<' ? RpdeFaults.Html()
            : "{[\"-0123456789tfn"u8.Contains(start[0]) ? null
            : RpdeFaults.NotJson(string.Create(CultureInfo.InvariantCulture, $"it begins with the byte 0x{start[0]:X2}"));
    }

    /// <summary>Whether a content type announces JSON of any kind.</summary>
    public static bool IsJsonType(string? contentType)
    {
        var type = contentType.AsSpan();
        type = (type.IndexOf(';') is var end and >= 0 ? type[..end] : type).Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Where JSON is broken.</summary>
    public static string PlaceOf(JsonException broken) => string.Create(
        CultureInfo.InvariantCulture, $"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}");
}
