using Signposting.Store.Opportunities;

namespace Signposting.Api.SearchPage.Shortlists;

/// <summary>Public ids as few bytes as they are worth (ten each), for cookies and links.</summary>
internal static class PackedIds
{
    public const int BytesEach = 10;

    private const string Prefix = "op_";
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int LettersEach = 16;
    private const int BitsPerLetter = 5;

    /// <param name="ids">Each has the form of a public id (<see cref="SubjectKey.IsPublicId"/>).</param>
    public static byte[] Pack(IReadOnlyList<string> ids)
    {
        var bytes = new byte[ids.Count * BytesEach];
        foreach (var (place, id) in ids.Index())
        {
            UInt128 bits = 0;
            foreach (var letter in id.AsSpan(Prefix.Length))
                bits = (bits << BitsPerLetter) | (uint)Alphabet.IndexOf(letter, StringComparison.Ordinal);
            for (var i = 0; i < BytesEach; i++)
                bytes[(place * BytesEach) + i] = (byte)(bits >> (8 * (BytesEach - 1 - i)));
        }

        return bytes;
    }

    /// <param name="bytes">A multiple of <see cref="BytesEach"/> long.</param>
    public static IReadOnlyList<string> Unpack(ReadOnlySpan<byte> bytes)
    {
        var ids = new string[bytes.Length / BytesEach];
        for (var place = 0; place < ids.Length; place++)
        {
            UInt128 bits = 0;
            foreach (var one in bytes.Slice(place * BytesEach, BytesEach))
                bits = (bits << 8) | one;
            ids[place] = Prefix + string.Create(LettersEach, bits, static (letters, bits) =>
            {
                for (var i = 0; i < LettersEach; i++)
                    letters[i] = Alphabet[(int)(bits >> (BitsPerLetter * (LettersEach - 1 - i))) & 31];
            });
        }

        return ids;
    }
}
