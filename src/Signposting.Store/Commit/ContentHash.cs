using System.IO.Hashing;

namespace Signposting.Store.Commit;

/// <summary>
/// 64 bits that tell whether content changed (XXH3). Not a cryptographic hash: what has the same number by intent hides a change of its
/// publisher's own record. What joins records of several publishers is <see cref="Opportunities.SubjectKey"/>.
/// </summary>
internal static class ContentHash
{
    public static long Of(ReadOnlySpan<byte> bytes) => (long)XxHash3.HashToUInt64(bytes);

    public static long Of(ReadOnlySpan<byte> bytes, long a, long b) => Mix(Of(bytes), a, b);

    /// <summary>One number of several, of which each was hashed before or is small: those that differ give the same one once in 2^64 by chance.</summary>
    public static long Mix(params ReadOnlySpan<long> parts)
    {
        var hash = 0UL;
        foreach (var part in parts)
        {
            // The finaliser of SplitMix64.
            hash = (hash ^ (ulong)part) + 0x9E3779B97F4A7C15UL;
            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
            hash ^= hash >> 31;
        }

        return (long)hash;
    }
}
