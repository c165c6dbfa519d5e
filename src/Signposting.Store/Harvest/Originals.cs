using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Signposting.Store.Harvest;

/// <summary>
/// How originals stand in the store: zstd with a dictionary of the standard's words, behind a byte that no Brotli stream begins with
/// (RFC 7932, 9.1 has no such window). What older versions wrote is Brotli and stays readable. See docs/decisions/0030.
/// </summary>
internal static class Originals
{
    /// <summary>The first byte of what was made with <see cref="Dictionary"/>. Another dictionary needs another byte, and this one has to be kept.</summary>
    private const byte Mark = 0x11;

    /// <summary>Fast, and the words of the dictionary make up for it: 6 µs and 648 bytes where Brotli's fastest needs 12 µs and 1,048 bytes (items of 2.3 KB).</summary>
    private const int Level = -5;

    /// <summary>An item cannot be larger (the harvester's limit is lower): more than this in a store is not its own work.</summary>
    private const int MostBytes = 64 * 1024 * 1024;

    private static readonly byte[] Dictionary = ReadDictionary();

    // One for each thread: every record that is harvested comes by here, and what a compressor needs takes longer to make than it is used.
    [ThreadStatic]
    private static Compressor? threadCompressor;

    [ThreadStatic]
    private static Decompressor? threadDecompressor;

    public static byte[] Compress(ReadOnlySpan<byte> json)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 + Compressor.GetCompressBound(json.Length));
        try
        {
            buffer[0] = Mark;
            var written = (threadCompressor ??= NewCompressor()).Wrap(json, buffer.AsSpan(1));
            return buffer.AsSpan(0, 1 + written).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <exception cref="StoreException">It is too large, or damaged.</exception>
    public static byte[] Decompress(byte[] original)
    {
        try
        {
            return original is [Mark, ..] ? Unwrap(original.AsSpan(1)) : Unbrotli(original);
        }
        catch (Exception damaged) when (damaged is InvalidOperationException or InvalidDataException or ZstdException)
        {
            throw new StoreException("A kept record is damaged: the store was changed from outside.", damaged);
        }
    }

    /// <summary>The RPDE id that a key stands for; null for the hash of a text.</summary>
    public static string? IdOf(long itemKey) => itemKey < 0 ? null : itemKey.ToString(CultureInfo.InvariantCulture);

    private static byte[] Unwrap(ReadOnlySpan<byte> frame)
    {
        if (frame.IsEmpty)
            throw new InvalidDataException("Nothing follows the mark.");
        if (Decompressor.GetDecompressedSize(frame) > MostBytes)
            throw TooLarge();
        return (threadDecompressor ??= NewDecompressor()).Unwrap(frame).ToArray();
    }

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

    private static StoreException TooLarge() => new("A kept record is larger than any feed may send: the store was changed from outside.");

    private static Compressor NewCompressor()
    {
        var compressor = new Compressor(Level);
        compressor.LoadDictionary(Dictionary);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_dictIDFlag, 0);
        // Letters are worth their Huffman codes, which the dictionary holds, at every level: ZSTD_c_literalCompressionMode, ZSTD_ps_enable.
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_experimentalParam5, 1);
        return compressor;
    }

    private static Decompressor NewDecompressor()
    {
        var decompressor = new Decompressor();
        decompressor.LoadDictionary(Dictionary);
        return decompressor;
    }

    private static byte[] ReadDictionary()
    {
        using var resource = typeof(Originals).Assembly.GetManifestResourceStream("originals.1.zdict")!;
        var dictionary = new byte[resource.Length];
        resource.ReadExactly(dictionary);
        return dictionary;
    }
}
