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

    /// <summary>
    /// The hash of an item whose postcode a directory was asked for. Another one than without a directory, so that an item that was
    /// read before the import counts as changed when it is read after it.
    /// </summary>
    internal static ulong WithDirectory(ulong hash) => hash ^ 0x9E37_79B9_7F4A_7C15;

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
