using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>
/// Which words a description may hold: a Bloom filter of all words and their beginnings. Every record that is harvested comes by here, so no word
/// is made: what nearly all texts consist of is written down as one byte for each letter and none for an end, and beginnings of words
/// are then taken from eight bytes each, without a branch that depends on a word's length.
/// </summary>
internal unsafe ref struct WordSignature
{
    public const int Bytes = 64;

    /// <summary>Beginnings of words of these lengths have a bit each: a search for "swim" also means "swimming".</summary>
    private const int Short = 3;
    private const int Middle = 4;
    private const int Long = 6;

    private const ulong Basis = 0xCBF29CE484222325UL;

    private const byte End = 0;
    private const byte Nothing = 1;
    private const byte NoByte = 0x80;

    /// <summary>So many letters at once; behind them room for ends, which are read together with the last ones.</summary>
    private const int MostLetters = 1024;
    private const int Block = 64;

    /// <summary>The letters of what nearly all texts are written in, and what stands for none.</summary>
    private static readonly byte[] Common = [.. Enumerable.Range(0, 'ſ' + 1).Select(c => ByteOf((char)c))];

    private readonly byte* _letters;
    private readonly ulong* _signature;
    private int _length;

    private WordSignature(byte* letters, ulong* signature)
    {
        _letters = letters;
        _signature = signature;
        new Span<ulong>(signature, Bytes / sizeof(ulong)).Clear();
    }

    [SkipLocalsInit]
    public static byte[] Of(Description description)
    {
        var letters = stackalloc byte[MostLetters + Block];
        var words = stackalloc ulong[Bytes / sizeof(ulong)];
        var signature = new WordSignature(letters, words);
        signature.Add(description.Name);
        signature.Add(description.Text);
        signature.Add(description.Organizer?.Name);
        signature.Add(description.Place?.Name);
        if (description.Activities is { } activities)
        {
            for (var i = 0; i < activities.Count; i++)
                signature.Add(activities[i].Label);
        }

        return signature.Finish();
    }

    /// <summary>The bits of a word, as it is compared.</summary>
    public static IEnumerable<int> PlacesOf(string word) =>
        ((int[])[Short, Middle, Long]).Where(length => length <= word.Length).Select(length => PlaceOf(word[..length].Aggregate(Basis, Hash)));

    private byte[] Finish()
    {
        Mark();
        var signature = new byte[Bytes];
        for (var i = 0; i < Bytes / sizeof(ulong); i++)
            BinaryPrimitives.WriteUInt64LittleEndian(signature.AsSpan(i * sizeof(ulong)), _signature[i]);
        return signature;
    }

    private void Add(ReadOnlySpan<char> text)
    {
        while (text.Length >= MostLetters)
        {
            var end = text[..MostLetters].LastIndexOf(' ');
            if (end < 0)
            {
                MarkAny(text);
                return;
            }

            AddPart(text[..end]);
            text = text[(end + 1)..];
        }

        AddPart(text);
    }

    /// <param name="text">Of whole words; shorter than <see cref="MostLetters"/>.</param>
    private void AddPart(ReadOnlySpan<char> text)
    {
        if (_length + text.Length >= MostLetters)
            Mark();
        var to = _letters + _length;
        var common = Common;
        for (var i = 0; i < text.Length; i++)
        {
            for (; text.Length - i >= Vector128<ushort>.Count && TryLetters(text.Slice(i, Vector128<ushort>.Count), to); i += Vector128<ushort>.Count)
                to += Vector128<ushort>.Count;
            if (i == text.Length)
                break;
            var c = text[i];
            var letter = c < common.Length ? common[c] : ByteOf(c);
            if (letter == NoByte)
            {
                MarkAny(text);
                return;
            }

            *to = letter;
            to += letter == Nothing ? 0 : 1;
        }

        *to++ = End;
        _length = (int)(to - _letters);
    }

    /// <summary>Eight signs at once, as they are in most texts: all of ASCII, and none stands inside a word without being a part of it.</summary>
    private static bool TryLetters(ReadOnlySpan<char> eight, byte* to)
    {
        var signs = Vector128.Create(MemoryMarshal.Cast<char, ushort>(eight));
        if ((signs & Vector128.Create((ushort)0xFF80)) != Vector128<ushort>.Zero || Vector128.EqualsAny(signs, Vector128.Create((ushort)'\'')))
            return false;
        var small = signs | Vector128.Create((ushort)0x20);
        var letters = small & IsWithin(small, 'a', 'z');
        var digits = signs & IsWithin(signs, '0', '9');
        Unsafe.WriteUnaligned(to, Vector128.Narrow(letters | digits, Vector128<ushort>.Zero).AsUInt64().ToScalar());
        return true;
    }

    private static Vector128<ushort> IsWithin(Vector128<ushort> signs, char first, char last) =>
        (Vector128.GreaterThan(signs.AsInt16(), Vector128.Create((short)(first - 1))) & Vector128.LessThan(signs.AsInt16(), Vector128.Create((short)(last + 1)))).AsUInt16();

    /// <summary>Marks all words that are written down. None begins behind the last letter: with a block of ends there, whole blocks and eight bytes of each word can be read.</summary>
    private void Mark()
    {
        new Span<byte>(_letters + _length, Block).Clear();
        var inWord = 0UL;
        for (var block = _letters; block < _letters + _length; block += Block)
        {
            var letters = ~(EndsIn(block) | (EndsIn(block + 16) << 16) | (EndsIn(block + 32) << 32) | (EndsIn(block + 48) << 48));
            for (var starts = letters & ~((letters << 1) | inWord); starts != 0; starts &= starts - 1)
                MarkWord(block + BitOperations.TrailingZeroCount(starts));
            inWord = letters >> 63;
        }

        _length = 0;
    }

    private static ulong EndsIn(byte* letters) => Vector128.Equals(Vector128.Load(letters), Vector128<byte>.Zero).ExtractMostSignificantBits();

    private readonly void MarkWord(byte* word)
    {
        var hash = Hash(Hash(Hash(Basis, word[0]), word[1]), word[2]);
        var isShort = (word[1] != End) & (word[2] != End);
        Mark(hash, isShort);
        hash = Hash(hash, word[3]);
        var isMiddle = isShort & (word[3] != End);
        Mark(hash, isMiddle);
        hash = Hash(Hash(hash, word[4]), word[5]);
        Mark(hash, isMiddle & (word[4] != End) & (word[5] != End));
    }

    /// <summary>The words of a text in any letters.</summary>
    private readonly void MarkAny(ReadOnlySpan<char> text)
    {
        var (hash, length) = (Basis, 0);
        foreach (var c in text)
        {
            var form = SearchWords.FormOf(c);
            if (form == SearchWords.Ends)
                (hash, length) = (Basis, 0);
            else if (form != SearchWords.Nothing && ++length <= Long)
                Mark(hash = Hash(hash, form), length is Short or Middle or Long);
        }
    }

    private readonly void Mark(ulong hash, bool isThere)
    {
        var place = PlaceOf(hash);
        _signature[place / 64] |= (isThere ? 1UL : 0UL) << (place % 64);
    }

    /// <summary>FNV-1a, which is the same in every process and on every machine.</summary>
    private static ulong Hash(ulong hash, char c) => (hash ^ c) * 0x100000001B3UL;

    private static ulong Hash(ulong hash, byte c) => Hash(hash, (char)c);

    private static int PlaceOf(ulong hash) => (int)((hash ^ (hash >> 32)) % (Bytes * 8));

    private static byte ByteOf(char c) => SearchWords.FormOf(c) switch
    {
        SearchWords.Ends => End,
        SearchWords.Nothing => Nothing,
        var form and < (char)NoByte => (byte)form,
        _ => NoByte,
    };
}
