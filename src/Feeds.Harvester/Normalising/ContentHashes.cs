using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Feeds.Harvester.Normalising;

/// <summary>The hash that tells whether an item says anything new to this version of the normaliser.</summary>
internal static class ContentHashes
{
    private static readonly byte[] Prefix = Encoding.UTF8.GetBytes($"{ItemNormaliser.Version}\n");

    /// <summary>The first 8 bytes of the SHA-256 of version and data.</summary>
    internal static ulong Of(ReadOnlySpan<byte> data)
    {
        var length = Prefix.Length + data.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        Prefix.CopyTo(buffer, 0);
        data.CopyTo(buffer.AsSpan(Prefix.Length));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(buffer);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
