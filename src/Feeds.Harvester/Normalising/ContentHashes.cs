using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Feeds.Harvester.Normalising;

/// <summary>The hash that tells whether an item says anything new to this version of the normaliser.</summary>
internal static class ContentHashes
{
    private static readonly byte[] Prefix = Encoding.UTF8.GetBytes($"{ItemNormaliser.Version}\n");

    // One for each thread: setting one up costs as much as hashing a lean session.
    [ThreadStatic]
    private static IncrementalHash? threadHash;

    /// <summary>The first 8 bytes of the SHA-256 of version and data.</summary>
    internal static ulong Of(ReadOnlySpan<byte> data)
    {
        var sha256 = threadHash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha256.AppendData(Prefix);
        sha256.AppendData(data);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        sha256.GetHashAndReset(hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
