using System.IO.Hashing;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// What was made of some bytes, for the next record with the same ones, byte for byte: a feed names a few hundred venues and organisers in
/// thousands of records. What comes once only is not kept. Memory is bounded, in values and in bytes. Safe for concurrent use.
/// </summary>
/// <param name="slots">How many values are kept at most: a power of two, and twice as many as there will be, so that they find room.</param>
internal sealed class SeenBefore<T>(int slots = 4_096)
{
    private const int LongestBytes = 2_048;

    /// <summary>Of all that is kept, for each slot; when it would be more, all is forgotten: what comes often is soon here again.</summary>
    private const int BytesForSlot = 1_024;

    /// <summary>About what an entry takes without its bytes; what was made of these takes, with what it is written to, about three times as much as they do.</summary>
    private const int BytesOfEntry = 256;

    /// <summary>Neighbours, any of which may hold a value. Together they are as long as what a processor fetches at once.</summary>
    private const int Ways = 4;

    private readonly Slot[] _slots = new Slot[slots];

    /// <summary>Hashes of what came and was not kept.</summary>
    private readonly ulong[] _met = new ulong[slots];

    private readonly Lock _keeping = new();
    private int _bytes;
    private int _turn;

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
        foreach (ref readonly var slot in Of(hash))
        {
            // The hash and the entry may be those of two values, if another thread writes; the bytes are always the entry's own.
            if (slot.Hash != hash || Volatile.Read(in slot.Entry) is not { } entry || !raw.SequenceEqual(entry.Raw))
                continue;
            made = entry.Made;
            return true;
        }

        return false;
    }

    /// <summary>Keeps what was made of bytes and depends on nothing else, when they come for the second time.</summary>
    internal void Keep(ReadOnlySpan<byte> raw, ulong hash, T made)
    {
        if (raw.Length > LongestBytes)
            return;
        ref var met = ref _met[(int)hash & (_met.Length - 1)];
        if (Volatile.Read(ref met) != hash)
        {
            Volatile.Write(ref met, hash);
            return;
        }

        lock (_keeping)
        {
            if (_bytes + CostOf(raw.Length) > _slots.Length * BytesForSlot)
                Forget();
            ref var slot = ref Free(Of(hash));
            _bytes += CostOf(raw.Length) - (slot.Entry is { } other ? CostOf(other.Raw.Length) : 0);
            Volatile.Write(ref slot.Entry, new Entry(raw.ToArray(), made));
            slot.Hash = hash;
        }
    }

    private static int CostOf(int bytes) => BytesOfEntry + (4 * bytes);

    private void Forget()
    {
        Array.Clear(_slots);
        _bytes = 0;
    }

    /// <summary>One that holds nothing, or else each in its turn.</summary>
    private ref Slot Free(Span<Slot> ways)
    {
        foreach (ref var slot in ways)
        {
            if (slot.Entry is null)
                return ref slot;
        }

        return ref ways[_turn++ & (Ways - 1)];
    }

    private Span<Slot> Of(ulong hash) => _slots.AsSpan((int)hash & (_slots.Length - Ways), Ways);

    /// <summary>The hash stands beside the entry: a value that is not the one that is looked for is not read.</summary>
    private struct Slot
    {
        public ulong Hash;
        public Entry? Entry;
    }

    private sealed class Entry(byte[] raw, T made)
    {
        public readonly byte[] Raw = raw;
        public readonly T Made = made;
    }
}
