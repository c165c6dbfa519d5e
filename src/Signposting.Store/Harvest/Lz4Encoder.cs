using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Signposting.Store.Harvest;

/// <summary>
/// Writes LZ4 blocks (lz4_Block_format.md of the LZ4 project) whose matches may lie in texts that stand before them: one that is always the
/// same, and one of the moment. The library that reads them takes such texts for reading only. Not for several threads at once.
/// </summary>
internal sealed class Lz4Encoder
{
    /// <summary>All that stands before a block and the data itself: an offset has 16 bits.</summary>
    public const int MostBytes = ushort.MaxValue;

    /// <summary>What repeats is found by its first eight bytes: shorter matches save little and cost as much time as long ones.</summary>
    private const int Hashed = sizeof(ulong);
    private const int TableBits = 12;

    /// <summary>The format's own: a match is not shorter, none begins in the last twelve bytes, and the last five are letters.</summary>
    private const int LeastMatch = 4;
    private const int NoMatchIn = 12;
    private const int LastLetters = 5;

    /// <summary>The longest length that stands in half a byte; what is more stands behind it.</summary>
    private const int MostInToken = 15;

    /// <summary>Letters are copied so many at a time: up to fifteen too many are read behind the data and written behind the block.</summary>
    private const int AtOnce = 16;

    private readonly byte[] _text = new byte[MostBytes + AtOnce];

    /// <summary>What cannot be made shorter becomes longer: by a byte for each 255 and some.</summary>
    private readonly byte[] _block = new byte[MostBytes + (MostBytes / byte.MaxValue) + 16 + AtOnce];
    private readonly ushort[] _places = new ushort[1 << TableBits];
    private readonly ushort[] _placesOfFirst = new ushort[1 << TableBits];
    private readonly int _first;

    /// <param name="first">What stands before all blocks; not empty.</param>
    public unsafe Lz4Encoder(ReadOnlySpan<byte> first)
    {
        first.CopyTo(_text.AsSpan(0, MostBytes));
        _first = first.Length;
        fixed (byte* text = _text)
        fixed (ushort* places = _placesOfFirst)
            Note(places, text, 0, _first, 2);
    }

    /// <param name="data">Together with what stands before it not more than <see cref="MostBytes"/>.</param>
    /// <param name="second">What stands before this one, behind the first.</param>
    /// <returns>The block; it holds until the next one is encoded.</returns>
    public unsafe ReadOnlySpan<byte> Encode(ReadOnlySpan<byte> data, ReadOnlySpan<byte> second)
    {
        // What is too long for the text is refused here; behind it, nobody looks again.
        var room = _text.AsSpan(_first, MostBytes - _first);
        second.CopyTo(room);
        data.CopyTo(room[second.Length..]);
        _placesOfFirst.CopyTo(_places, 0);
        var from = _first + second.Length;
        fixed (byte* text = _text, block = _block)
        fixed (ushort* places = _places)
        {
            Note(places, text, _first, from, 3);
            return _block.AsSpan(0, (int)(Write(places, text, text + from, text + from + data.Length, block) - block));
        }
    }

    /// <summary>Not each place: what begins beside one that was noted is found from there, backwards.</summary>
    private static unsafe void Note(ushort* places, byte* text, int from, int to, int step)
    {
        for (var i = from; i <= to - Hashed; i += step)
            places[SlotOf(text + i)] = (ushort)i;
    }

    /// <summary>
    /// What is looked at begins twelve bytes before <paramref name="end"/> at the latest, and all places that were noted lie before it and not
    /// before <paramref name="text"/>: eight bytes can be read at each.
    /// </summary>
    /// <returns>The end of the block: <see cref="_block"/> is as long as one can become, and what is copied too much.</returns>
    private static unsafe byte* Write(ushort* places, byte* text, byte* from, byte* end, byte* block)
    {
        var written = from;
        var last = end - NoMatchIn;
        var misses = 0;
        for (var at = from; at < last;)
        {
            var slot = SlotOf(at);
            var match = text + places[slot];
            places[slot] = (ushort)(at - text);
            if (Unsafe.ReadUnaligned<uint>(match) != Unsafe.ReadUnaligned<uint>(at))
            {
                // Where nothing repeats, it looks less and less often.
                at += 1 + (misses++ >> 3);
                continue;
            }

            for (; at > written && match > text && at[-1] == match[-1]; at--, match--)
            {
            }

            var length = LeastMatch + CommonLength(at + LeastMatch, match + LeastMatch, end - LastLetters);
            block = WriteSequence(block, written, (int)(at - written), (int)(at - match), length);
            at += length;
            written = at;
            misses = 0;
        }

        return WriteLetters(block, written, (int)(end - written), 0);
    }

    /// <summary>How far two texts are the same. The second begins before the first, so that it too can be read up to the end of that.</summary>
    private static unsafe int CommonLength(byte* text, byte* other, byte* end)
    {
        var at = text;
        for (; end - at >= sizeof(ulong); at += sizeof(ulong), other += sizeof(ulong))
        {
            var differences = Read(at) ^ Read(other);
            if (differences != 0)
                return (int)(at - text) + (BitOperations.TrailingZeroCount(differences) / 8);
        }

        for (; at < end && *at == *other; at++, other++)
        {
        }

        return (int)(at - text);
    }

    private static unsafe byte* WriteSequence(byte* block, byte* letters, int count, int offset, int match)
    {
        var more = match - LeastMatch;
        block = WriteLetters(block, letters, count, Math.Min(more, MostInToken));
        block[0] = (byte)offset;
        block[1] = (byte)(offset >> 8);
        // Half of them have a byte more, and no processor foretells which: it is always written, and then counted or not.
        more -= MostInToken;
        if (more >= byte.MaxValue)
            return WriteLength(block + 2, more);
        block[2] = (byte)more;
        return block + 3 + (more >> 31);
    }

    private static unsafe byte* WriteLetters(byte* block, byte* letters, int count, int matchInToken)
    {
        *block++ = (byte)((Math.Min(count, MostInToken) << 4) | matchInToken);
        if (count >= MostInToken)
            block = WriteLength(block, count - MostInToken);
        var done = 0;
        do
        {
            Vector128.Load(letters + done).Store(block + done);
            done += AtOnce;
        }
        while (done < count);
        return block + count;
    }

    private static unsafe byte* WriteLength(byte* block, int length)
    {
        for (; length >= byte.MaxValue; length -= byte.MaxValue)
            *block++ = byte.MaxValue;
        *block++ = (byte)length;
        return block;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe int SlotOf(byte* text) => (int)((Read(text) * 0x9E3779B97F4A7C15UL) >> (64 - TableBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe ulong Read(byte* text) =>
        BitConverter.IsLittleEndian ? Unsafe.ReadUnaligned<ulong>(text) : BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ulong>(text));
}
