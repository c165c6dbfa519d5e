using System.Buffers.Binary;
using System.Runtime.CompilerServices;

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

    private readonly byte[] _text = new byte[MostBytes];
    private readonly byte[] _block = new byte[MostBytes + (MostBytes / 255) + 16];
    private readonly ushort[] _places = new ushort[1 << TableBits];
    private readonly ushort[] _placesOfFirst = new ushort[1 << TableBits];
    private readonly int _first;
    private int _length;

    /// <param name="first">What stands before all blocks; not empty.</param>
    public Lz4Encoder(ReadOnlySpan<byte> first)
    {
        first.CopyTo(_text);
        _first = first.Length;
        Note(_placesOfFirst, _text.AsSpan(0, _first), 0, 1);
    }

    /// <param name="data">Together with what stands before it not more than <see cref="MostBytes"/>.</param>
    /// <param name="second">What stands before this one, behind the first.</param>
    /// <returns>The block; it holds until the next one is encoded.</returns>
    public ReadOnlySpan<byte> Encode(ReadOnlySpan<byte> data, ReadOnlySpan<byte> second)
    {
        var from = _first + second.Length;
        second.CopyTo(_text.AsSpan(_first));
        data.CopyTo(_text.AsSpan(from));
        _placesOfFirst.CopyTo(_places, 0);
        Note(_places, _text.AsSpan(0, from), _first, 2);
        _length = 0;
        Write(_text.AsSpan(0, from + data.Length), from);
        return _block.AsSpan(0, _length);
    }

    private static void Note(Span<ushort> places, ReadOnlySpan<byte> text, int from, int step)
    {
        for (var i = from; i <= text.Length - Hashed; i += step)
            places[SlotOf(text, i)] = (ushort)i;
    }

    private void Write(ReadOnlySpan<byte> text, int from)
    {
        Span<ushort> places = _places;
        var written = from;
        var last = text.Length - NoMatchIn;
        for (var (at, misses) = (from, 0); at < last;)
        {
            ref var place = ref places[SlotOf(text, at)];
            int match = place;
            place = (ushort)at;
            if (Number(text, match) != Number(text, at))
            {
                // Where nothing repeats, it looks less and less often.
                at += 1 + (misses++ >> 5);
                continue;
            }

            while (at > written && match > 0 && text[at - 1] == text[match - 1])
                (at, match) = (at - 1, match - 1);
            var end = at + LeastMatch;
            end += text[end..^LastLetters].CommonPrefixLength(text[(match + LeastMatch)..]);
            WriteSequence(text[written..at], at - match, end - at);
            (written, at, misses) = (end, end, 0);
            if (at < last)
                places[SlotOf(text, at - 2)] = (ushort)(at - 2);
        }

        WriteLetters(text[written..], 0);
    }

    private void WriteSequence(ReadOnlySpan<byte> letters, int offset, int match)
    {
        var more = match - LeastMatch;
        WriteLetters(letters, Math.Min(more, MostInToken));
        BinaryPrimitives.WriteUInt16LittleEndian(_block.AsSpan(_length), (ushort)offset);
        _length += sizeof(ushort);
        if (more >= MostInToken)
            WriteLength(more - MostInToken);
    }

    private void WriteLetters(ReadOnlySpan<byte> letters, int matchInToken)
    {
        _block[_length++] = (byte)((Math.Min(letters.Length, MostInToken) << 4) | matchInToken);
        if (letters.Length >= MostInToken)
            WriteLength(letters.Length - MostInToken);
        letters.CopyTo(_block.AsSpan(_length));
        _length += letters.Length;
    }

    private void WriteLength(int length)
    {
        for (; length >= byte.MaxValue; length -= byte.MaxValue)
            _block[_length++] = byte.MaxValue;
        _block[_length++] = (byte)length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SlotOf(ReadOnlySpan<byte> text, int at) =>
        (int)((BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(at, Hashed)) * 0x9E3779B97F4A7C15UL) >> (64 - TableBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Number(ReadOnlySpan<byte> text, int at) => BinaryPrimitives.ReadUInt32LittleEndian(text.Slice(at, sizeof(uint)));
}
