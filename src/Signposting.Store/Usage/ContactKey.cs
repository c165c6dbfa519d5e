using System.Security.Cryptography;
using System.Text;

namespace Signposting.Store.Usage;

/// <summary>
/// A keyed hash of client, area and conditions, so that a consultation (a few searches, a view, a signpost) counts once. It is
/// made of nothing that does not stand in the event itself, and its key lives for a day: who gets hold of the key learns nothing
/// new, and without it no day links to another.
/// </summary>
public static class ContactKey
{
    /// <summary>Bytes of a day's key.</summary>
    public const int KeyBytes = 32;

    /// <summary>Bytes of a contact key: 128 bits, so that two contacts of a day never share one by chance.</summary>
    public const int Bytes = 16;

    /// <param name="dayKey">See <see cref="SpatialStore.ReadUsageKeyAsync"/>.</param>
    public static byte[] Of(byte[] dayKey, UsageEvent usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        using var text = new MemoryStream();
        using (var writer = new BinaryWriter(text, Encoding.UTF8, leaveOpen: true))
        {
            Write(writer, usage.Client);
            Write(writer, usage.Area.Msoa);
            Write(writer, usage.Area.SubIcb);
            Write(writer, usage.Area.Icb);
            writer.Write(usage.Area.ImdDecile ?? 0);
            writer.Write(usage.Conditions.Count);
            foreach (var condition in usage.Conditions)
                writer.Write(condition);
        }

        return HMACSHA256.HashData(dayKey, text.ToArray())[..Bytes];
    }

    // With its length and whether it is there, so that no two different sets of values read alike.
    private static void Write(BinaryWriter writer, string? value)
    {
        writer.Write(value is not null);
        writer.Write(value ?? "");
    }
}
