using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Signposting.Store.Opportunities;

/// <summary>
/// What records are joined by: the first 128 bits of the SHA-256 of an <c>@id</c>, exactly as published,
/// or of feed URL and RPDE id when a record has no <c>@id</c>. Cryptographic, because a publisher must not
/// be able to make two records collide.
/// </summary>
public readonly record struct SubjectKey(ulong High, ulong Low)
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int PublicIdLetters = 16;

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    [ThreadStatic]
    private static RecentKeys? threadRecent;

    /// <summary>The key of an <c>@id</c>.</summary>
    public static SubjectKey FromId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var count = Encoding.UTF8.GetMaxByteCount(id.Length);
        var utf8 = count <= 1024 ? stackalloc byte[count] : new byte[count];
        return FromId(utf8[..Encoding.UTF8.GetBytes(id, utf8)]);
    }

    /// <summary>The key of an <c>@id</c> in UTF-8.</summary>
    public static SubjectKey FromId(ReadOnlySpan<byte> utf8Id) => (threadRecent ??= new RecentKeys()).KeyOf(utf8Id);

    /// <summary>The key of an item that has no <c>@id</c>: its feed and RPDE id.</summary>
    public static SubjectKey FromItem(string feedUrl, string rpdeId) => FromId($"{feedUrl}\n{rpdeId}");

    /// <summary>The key of something that is known only as a part of another record.</summary>
    public SubjectKey Part(string name) => FromId($"{High:x16}{Low:x16}\n{name}");

    /// <summary>The first eight bytes as a number, by which the key is found.</summary>
    internal long Head => (long)High;

    /// <summary>The first 16 bytes, most significant first.</summary>
    public static SubjectKey FromBytes(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    /// <summary>The 16 bytes, most significant first.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), Low);
        return bytes;
    }

    /// <summary>
    /// The id that callers see: <c>op_</c> and 16 letters of Crockford's base 32 (80 bits).
    /// The same for the same <c>@id</c>, whatever the engine, the order of harvesting or the store.
    /// </summary>
    public string ToPublicId() => string.Create(3 + PublicIdLetters, this, static (letters, key) =>
    {
        "op_".CopyTo(letters);
        var bits = ((UInt128)key.High << 64) | key.Low;
        for (var i = 0; i < PublicIdLetters; i++)
            letters[3 + i] = Alphabet[(int)(bits >> (123 - (5 * i))) & 31];
    });

    /// <summary>The <see cref="Head"/> of the keys that have this public id.</summary>
    internal static long HeadOf(string publicId)
    {
        UInt128 bits = 0;
        for (var i = 0; i < PublicIdLetters; i++)
            bits = (bits << 5) | (uint)Alphabet.IndexOf(publicId[3 + i], StringComparison.Ordinal);
        return (long)(ulong)(bits >> ((5 * PublicIdLetters) - 64));
    }

    internal static SubjectKey Hash(ReadOnlySpan<byte> utf8Id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8Id, hash);
        return FromBytes(hash);
    }

    /// <summary>Whether the text has the form of an id made by <see cref="ToPublicId"/>.</summary>
    public static bool IsPublicId(string? text) =>
        text is { Length: 3 + PublicIdLetters } && text.StartsWith("op_", StringComparison.Ordinal)
        && text.AsSpan(3).IndexOfAnyExcept(Letters) < 0;
}
