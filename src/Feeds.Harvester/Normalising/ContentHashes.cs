using System.IO.Hashing;
using System.Text;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// The hash that tells whether an item says anything new to this version of the normaliser. Not a cryptographic one: it is only ever
/// compared with that of the same item of the same feed, so that a publisher who makes two versions of an item collide hides
/// the second one of its own.
/// </summary>
internal static class ContentHashes
{
    /// <summary>Another version, other hashes.</summary>
    private static readonly long Seed = (long)XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(ItemNormaliser.Version));

    /// <summary>
    /// The hash of an item whose postcode a directory was asked for. Another one than without a directory, so that an item that was
    /// read before the import counts as changed when it is read after it.
    /// </summary>
    internal static ulong WithDirectory(ulong hash) => hash ^ 0x9E37_79B9_7F4A_7C15;

    /// <summary>64 bits of version and data.</summary>
    internal static ulong Of(ReadOnlySpan<byte> data) => XxHash3.HashToUInt64(data, Seed);
}
