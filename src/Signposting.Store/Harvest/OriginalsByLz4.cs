using System.Buffers.Binary;
using K4os.Compression.LZ4;
using Signposting.Store.Commit;

namespace Signposting.Store.Harvest;

/// <summary>
/// Originals as LZ4 blocks behind the words of the standard and the description that is kept beside each: names, texts, addresses and prices
/// stand there already. A mark, four bytes of the description's hash, the length in two, the block.
/// </summary>
internal static class OriginalsByLz4
{
    public const byte Mark = 0x12;

    private const int HashBytes = 4;
    private const int HeaderBytes = 1 + HashBytes + 2;

    // One for each thread: every record that is harvested comes by here.
    [ThreadStatic]
    private static Lz4Encoder? threadEncoder;

    public static bool Fits(ReadOnlySpan<byte> json, ReadOnlySpan<byte> doc) =>
        !json.IsEmpty && Originals.Dictionary.Length + doc.Length + json.Length <= Lz4Encoder.MostBytes;

    public static byte[] Compress(ReadOnlySpan<byte> json, ReadOnlySpan<byte> doc, long docHash)
    {
        var block = (threadEncoder ??= new Lz4Encoder(Originals.Dictionary)).Encode(json, doc);
        var original = GC.AllocateUninitializedArray<byte>(HeaderBytes + block.Length);
        original[0] = Mark;
        BinaryPrimitives.WriteInt32LittleEndian(original.AsSpan(1), (int)docHash);
        BinaryPrimitives.WriteUInt16LittleEndian(original.AsSpan(1 + HashBytes), (ushort)json.Length);
        block.CopyTo(original.AsSpan(HeaderBytes));
        return original;
    }

    /// <param name="original">With its mark.</param>
    /// <exception cref="InvalidDataException">It is damaged, or was compressed beside another description.</exception>
    public static byte[] Decompress(ReadOnlySpan<byte> original, ReadOnlySpan<byte> doc)
    {
        if (original.Length < HeaderBytes)
            throw new InvalidDataException("It ends too early.");
        if (BinaryPrimitives.ReadInt32LittleEndian(original[1..]) != (int)ContentHash.Of(doc))
            throw new InvalidDataException("The description beside it is not the one that it was compressed with.");
        var json = new byte[BinaryPrimitives.ReadUInt16LittleEndian(original[(1 + HashBytes)..])];
        return LZ4Codec.Decode(original[HeaderBytes..], json, (byte[])[.. Originals.Dictionary, .. doc]) == json.Length
            ? json
            : throw new InvalidDataException("It is not as long as it says.");
    }
}
