using System.Buffers;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Signposting.Store.Harvest;

/// <summary>Originals as zstd frames (RFC 8878) with a dictionary: what is too large for <see cref="OriginalsByLz4"/>, and all of older versions.</summary>
internal static class OriginalsByZstd
{
    public const byte Mark = 0x11;

    private const int Level = -5;

    // One for each thread: what a compressor needs takes longer to make than it is used.
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

    /// <param name="original">With its mark.</param>
    public static byte[] Decompress(ReadOnlySpan<byte> original)
    {
        var frame = original[1..];
        if (frame.IsEmpty)
            throw new InvalidDataException("Nothing follows the mark.");
        if (Decompressor.GetDecompressedSize(frame) > Originals.MostBytes)
            throw Originals.TooLarge();
        return (threadDecompressor ??= NewDecompressor()).Unwrap(frame).ToArray();
    }

    private static Compressor NewCompressor()
    {
        var compressor = new Compressor(Level);
        compressor.LoadDictionary(Originals.Dictionary);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_dictIDFlag, 0);
        // Letters are worth their Huffman codes, which the dictionary holds, at every level: ZSTD_c_literalCompressionMode, ZSTD_ps_enable.
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_experimentalParam5, 1);
        return compressor;
    }

    private static Decompressor NewDecompressor()
    {
        var decompressor = new Decompressor();
        decompressor.LoadDictionary(Originals.Dictionary);
        return decompressor;
    }
}
