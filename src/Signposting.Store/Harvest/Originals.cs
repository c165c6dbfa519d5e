using System.Globalization;
using System.IO.Compression;

namespace Signposting.Store.Harvest;

/// <summary>How originals stand in the store.</summary>
internal static class Originals
{
    /// <summary>An item cannot be larger (the harvester's limit is lower): more than this in a store is not its own work.</summary>
    private const int MostBytes = 64 * 1024 * 1024;

    public static byte[] Decompress(byte[] original)
    {
        using var source = new BrotliStream(new MemoryStream(original), CompressionMode.Decompress);
        using var data = new MemoryStream(original.Length * 4);
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = source.Read(buffer)) > 0;)
            {
                if (data.Length + read > MostBytes)
                    throw new StoreException("A kept record is larger than any feed may send: the store was changed from outside.");
                data.Write(buffer, 0, read);
            }
        }
        catch (Exception damaged) when (damaged is InvalidOperationException or InvalidDataException)
        {
            throw new StoreException("A kept record is damaged: the store was changed from outside.", damaged);
        }

        return data.ToArray();
    }

    /// <summary>The RPDE id that a key stands for; null for the hash of a text.</summary>
    public static string? IdOf(long itemKey) => itemKey < 0 ? null : itemKey.ToString(CultureInfo.InvariantCulture);
}
