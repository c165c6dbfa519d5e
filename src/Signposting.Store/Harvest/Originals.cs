using System.Globalization;
using System.IO.Compression;
using ZstdSharp;

namespace Signposting.Store.Harvest;

/// <summary>
/// How originals stand in the store: behind a byte that says how they were compressed and that no Brotli stream begins with (RFC 7932, 9.1
/// has no such window). Small ones are LZ4 behind what is kept of the record anyway, large ones zstd, and what older versions wrote is zstd
/// or Brotli. See docs/decisions/0030 and 0033.
/// </summary>
internal static class Originals
{
    /// <summary>An item cannot be larger (the harvester's limit is lower): more than this in a store is not its own work.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    /// <summary>The words of the standard. They never change, since what was compressed with them has to be read for ever; others need a mark of their own.</summary>
    public static readonly byte[] Dictionary = ReadDictionary();

    /// <param name="json">The item's <c>data</c>.</param>
    /// <param name="doc">Its own description as it is kept beside it: without it the original cannot be read.</param>
    /// <param name="docHash">Of <paramref name="doc"/> (<see cref="Commit.ContentHash"/>).</param>
    public static byte[] Compress(ReadOnlySpan<byte> json, ReadOnlySpan<byte> doc, long docHash) =>
        OriginalsByLz4.Fits(json, doc) ? OriginalsByLz4.Compress(json, doc, docHash) : OriginalsByZstd.Compress(json);

    /// <param name="doc">What it was compressed beside.</param>
    /// <exception cref="StoreException">It is too large, or damaged.</exception>
    public static byte[] Decompress(byte[] original, ReadOnlySpan<byte> doc)
    {
        try
        {
            return original switch
            {
                [OriginalsByLz4.Mark, ..] => OriginalsByLz4.Decompress(original, doc),
                [OriginalsByZstd.Mark, ..] => OriginalsByZstd.Decompress(original),
                _ => Unbrotli(original),
            };
        }
        catch (Exception damaged) when (damaged is InvalidOperationException or InvalidDataException or ZstdException)
        {
            throw new StoreException("A kept record is damaged: the store was changed from outside.", damaged);
        }
    }

    /// <summary>The RPDE id that a key stands for; null for the hash of a text.</summary>
    public static string? IdOf(long itemKey) => itemKey < 0 ? null : itemKey.ToString(CultureInfo.InvariantCulture);

    public static StoreException TooLarge() => new("A kept record is larger than any feed may send: the store was changed from outside.");

    private static byte[] Unbrotli(byte[] original)
    {
        using var source = new BrotliStream(new MemoryStream(original), CompressionMode.Decompress);
        using var data = new MemoryStream(original.Length * 4);
        var buffer = new byte[16 * 1024];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            if (data.Length + read > MostBytes)
                throw TooLarge();
            data.Write(buffer, 0, read);
        }

        return data.ToArray();
    }

    private static byte[] ReadDictionary()
    {
        using var resource = typeof(Originals).Assembly.GetManifestResourceStream("originals.1.zdict")!;
        var dictionary = new byte[resource.Length];
        resource.ReadExactly(dictionary);
        return dictionary;
    }
}
