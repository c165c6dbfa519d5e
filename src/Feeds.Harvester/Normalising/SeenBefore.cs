using System.IO.Hashing;
using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// What was made of a JSON value, for the next record with the same value, byte for byte: a feed names a few hundred venues and organisers in
/// thousands of records. Each value has one slot, which the latest one of it takes, so that memory is bounded. Safe for concurrent use.
/// </summary>
internal sealed class SeenBefore<T>
{
    private const int Slots = 4_096;
    private const int LongestBytes = 2_048;

    private readonly Entry?[] _slots = new Entry?[Slots];

    /// <summary>Whether the same value was kept, and what was made of it.</summary>
    internal bool TryGet(JsonValue value, out T? made)
    {
        var raw = value.Raw;
        var known = raw.Length > LongestBytes ? null : Volatile.Read(ref SlotOf(raw));
        var isSame = known is not null && raw.SequenceEqual(known.Raw);
        made = isSame ? known!.Made : default;
        return isSame;
    }

    /// <summary>Keeps what was made of a value and depends on nothing else.</summary>
    internal void Keep(JsonValue value, T made)
    {
        var raw = value.Raw;
        if (raw.Length <= LongestBytes)
            Volatile.Write(ref SlotOf(raw), new Entry(raw.ToArray(), made));
    }

    private ref Entry? SlotOf(ReadOnlySpan<byte> raw) => ref _slots[(int)(XxHash3.HashToUInt64(raw) % Slots)];

    private sealed record Entry(byte[] Raw, T Made);
}
