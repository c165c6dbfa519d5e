using System.IO.Compression;
using System.Text;
using static Signposting.SystemTests.Hostile.HonestFeed;

namespace Signposting.SystemTests.Hostile;

/// <summary>Bodies that are too large, too deep, or no JSON.</summary>
internal static class BodyAttacks
{
    private const int Megabyte = 1024 * 1024;
    private const string Gzip = "Content-Encoding: gzip\r\n";
    private static readonly byte[] Letters = Filled("x", Megabyte);
    private static readonly byte[] EmptyItems = Filled("{},", 3 * Megabyte);
    private static readonly Lazy<byte[]> GzippedZeros = new(() => Compressed(stream => new GZipStream(stream, CompressionLevel.SmallestSize), new byte[Megabyte], 64));
    private static readonly Lazy<byte[]> BrotliedZeros = new(() => Compressed(stream => new BrotliStream(stream, CompressionLevel.Fastest), new byte[Megabyte], 1024));
    private static readonly Lazy<byte[]> GzippedItems = new(() => Compressed(stream => new GZipStream(stream, CompressionLevel.Fastest), Filled(Good(1, "gzipped") + ",", Megabyte), 1));

    public static IEnumerable<Attack> All =>
    [
        new("gzip-bomb", call => call.StreamAsync(Enumerable.Repeat(GzippedZeros.Value, 64), Gzip)) { Faults = ["bomb"] },
        new("br-bomb", call => call.BodyAsync(BrotliedZeros.Value, "Content-Encoding: br\r\n")) { Faults = ["bomb"] },
        new("gzip-of-a-gigabyte-of-items", call => call.StreamAsync(Enumerable.Repeat(GzippedItems.Value, 1024), Gzip)) { Faults = ["too-large"] },
        new("gzip-in-gzip", call => call.BodyAsync(GzippedZeros.Value, "Content-Encoding: gzip, gzip\r\n")) { Faults = ["bad-compression"] },
        new("gzip-that-breaks-off", call => call.BodyAsync(GzippedItems.Value[..^100], Gzip)) { Faults = ["bad-compression", "bad-json", "truncated"] },
        new("gigabyte-item", call => call.StreamAsync(Around("{\"items\":[{\"id\":1,\"state\":\"updated\",\"data\":{\"a\":[", Filled("1,", Megabyte), 1024))) { Faults = ["too-large"] },
        new("gigabyte-string", call => call.StreamAsync(Around("{\"items\":[{\"id\":1,\"state\":\"updated\",\"data\":{\"name\":\"", Letters, 1024))) { Faults = ["too-large"] },
        new("ten-million-items", call => call.StreamAsync([.. Around("{\"items\":[", EmptyItems, 10), "{}],\"next\":\"/\"}"u8.ToArray()])) { Faults = ["too-many-items"] },
        new("twenty-megabytes-in-a-string", call => FeedAsync(call, "{\"id\":1,\"state\":\"updated\",\"data\":{\"name\":\"", Letters, 20, "\"}}")) { Rejected = ["item-too-large"], Held = 1 },
        new("nesting-of-100000", call => call.FeedAsync(Item(1, Series(1, "nested", $"\"deep\":{Nested(100_000)},")), Good(2, "nested"))) { Rejected = ["item-too-deep"], Held = 1 },
        new("page-of-brackets", call => call.StreamAsync(Around("{\"x\":", Filled("[", Megabyte), 30))) { Faults = ["bad-json"] },
        new("page-of-escapes", call => FeedAsync(call, "{\"id\":\"", Filled("\\u0041", 6 * 256 * 1024), 18, "\",\"state\":\"updated\"}")) { Rejected = ["item-too-large"], Held = 1 },
        new("not-a-number", call => call.JsonAsync("{\"items\":[NaN],\"next\":\"/\"}")) { Faults = ["bad-json"] },
    ];

    /// <summary>So many bytes of a text that is repeated.</summary>
    public static byte[] Filled(string text, int bytes) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, bytes / text.Length)));

    private static IEnumerable<byte[]> Around(string start, byte[] part, int times) => Enumerable.Repeat(part, times).Prepend(Encoding.UTF8.GetBytes(start));

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);

    /// <summary>A page with a monstrous item and a good one, and the empty one after it.</summary>
    private static Task<bool> FeedAsync(Call call, string start, byte[] part, int times, string end) => call.Page > 0
        ? call.PageAsync(call.PageUrl(call.Page))
        : call.StreamAsync([.. Around("{\"items\":[" + start, part, times), Encoding.UTF8.GetBytes($"{end},{Good(2, "monster")}],\"next\":\"{call.PageUrl(1)}\"}}")]);

    private static byte[] Compressed(Func<Stream, Stream> compress, byte[] part, int times)
    {
        using var target = new MemoryStream();
        using (var compressing = compress(target))
        {
            for (var time = 0; time < times; time++)
                compressing.Write(part);
        }

        return target.ToArray();
    }
}
