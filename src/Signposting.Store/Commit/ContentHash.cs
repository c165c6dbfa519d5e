using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Signposting.Store.Commit;

/// <summary>64 bits of SHA-256, to tell whether content changed.</summary>
internal static class ContentHash
{
    public static long Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    public static long Of(ReadOnlySpan<byte> bytes, long a, long b)
    {
        Span<byte> head = stackalloc byte[24];
        BinaryPrimitives.WriteInt64LittleEndian(head, Of(bytes));
        BinaryPrimitives.WriteInt64LittleEndian(head[8..], a);
        BinaryPrimitives.WriteInt64LittleEndian(head[16..], b);
        return Of(head);
    }
}
