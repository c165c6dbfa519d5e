using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Signposting.Store.Commit;

/// <summary>
/// The 64-bit form of an RPDE id: a non-negative integer stands for itself, which keeps neighbours together on disk;
/// every other id becomes a negative number made of 63 bits of its SHA-256. Ids are compared within one feed only.
/// </summary>
internal static class ItemKey
{
    public static long From(string id)
    {
        if (long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (id.Length == 1 || id[0] != '0'))
            return number;
        var count = Encoding.UTF8.GetMaxByteCount(id.Length);
        var utf8 = count <= 256 ? stackalloc byte[count] : new byte[count];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(id, utf8)], hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash) | long.MinValue;
    }
}
