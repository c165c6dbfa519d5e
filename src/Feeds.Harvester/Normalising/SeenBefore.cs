using System.IO.Hashing;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// What was made of some bytes, for the next record with the same ones, byte for byte: a feed names a few hundred venues and organisers in
/// thousands of records. What comes once only is not kept. Memory is bounded: there are two slots for each value, and the latest one takes the
/// first of them. Safe for concurrent use.
/// </summary>
internal sealed class SeenBefore<T>
{
    private const int Slots = 4_096;
    private const int LongestBytes = 2_048;

    private readonly Entry?[] _slots = new Entry?[Slots];

    /// <summary>Hashes of what came and was not kept.</summary>
    private readonly ulong[] _met = new ulong[Slots];

    /// <summary>Whether the same bytes were kept, and what was made of them.</summary>
    /// <param name="raw">The bytes.</param>
    /// <param name="made">What was made of them.</param>
    /// <param name="hash">For <see cref="Keep"/>.</param>
    internal bool TryGet(ReadOnlySpan<byte> raw, out T? made, out ulong hash)
    {
        made = default;
        hash = 0;
        if (raw.Length > LongestBytes)
            return false;
        hash = XxHash3.HashToUInt64(raw);
        var known = Volatile.Read(ref First(hash));
        if (!IsOf(known, hash, raw))
            known = Volatile.Read(ref Second(hash));
        if (!IsOf(known, hash, raw))
            return false;
        made = known!.Made;
        return true;
    }

    /// <summary>Keeps what was made of bytes and depends on nothing else, when they come for the second time.</summary>
    internal void Keep(ReadOnlySpan<byte> raw, ulong hash, T made)
    {
        if (raw.Length > LongestBytes)
            return;
        ref var met = ref _met[(int)(hash % Slots)];
        if (Volatile.Read(ref met) != hash)
        {
            Volatile.Write(ref met, hash);
            return;
        }

        ref var slot = ref First(hash);
        if (Volatile.Read(ref slot) is not null && Volatile.Read(ref Second(hash)) is null)
            slot = ref Second(hash);
        Volatile.Write(ref slot, new Entry(raw.ToArray(), hash, made));
    }

    private static bool IsOf(Entry? known, ulong hash, ReadOnlySpan<byte> raw) => known is not null && known.Hash == hash && raw.SequenceEqual(known.Raw);

    private ref Entry? First(ulong hash) => ref _slots[(int)(hash % Slots)];

    private ref Entry? Second(ulong hash) => ref _slots[(int)((hash >> 32) % Slots)];

    private sealed class Entry(byte[] raw, ulong hash, T made)
    {
        public readonly byte[] Raw = raw;
        public readonly ulong Hash = hash;
        public readonly T Made = made;
    }
}
