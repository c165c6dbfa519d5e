using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Signposting.Api.Hosting;
using Signposting.Store.Search;

namespace Signposting.Api.Opportunities;

/// <summary>
/// Writes and reads cursors. They stand in URLs and hold where a patient lives, so they are encrypted, and
/// authenticated, so that what is read back was written here and needs no second check of its values.
/// </summary>
internal sealed class CursorText(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Counts up when the form below changes: cursors of the old form then end as "not valid".</summary>
    private const byte Form = 4;

    private readonly IDataProtector _protector = protection.CreateProtector("Signposting.Opportunities.Cursor");

    public string Write(Cursor cursor)
    {
        using var buffer = new MemoryStream(256);
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(Form);
        writer.Write(time.GetUtcNow().ToUnixTimeSeconds());
        SearchBytes.Write(writer, cursor.Request);
        SearchBytes.Write(writer, cursor.Place);
        writer.Write(cursor.AsOf.ToUnixTimeSeconds());
        writer.Write(cursor.RulesVersion ?? "");
        WritePosition(writer, cursor.After);
        writer.Flush();
        return WebEncoders.Base64UrlEncode(_protector.Protect(buffer.ToArray()));
    }

    /// <summary>Null when it was not written here, was changed, or is too old.</summary>
    public Cursor? Read(string text)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(_protector.Unprotect(WebEncoders.Base64UrlDecode(text))), Encoding.UTF8);
            if (reader.ReadByte() != Form || IsTooOld(reader.ReadInt64()))
                return null;
            return new Cursor
            {
                Request = SearchBytes.ReadRequest(reader),
                Place = SearchBytes.ReadPlace(reader),
                AsOf = ReadTime(reader),
                RulesVersion = NullIfEmpty(reader.ReadString()),
                After = ReadPosition(reader),
            };
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or EndOfStreamException)
        {
            return null;
        }
    }

    private bool IsTooOld(long written) =>
        time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(written) > SearchLimits.CursorLifetime;

    private static void WritePosition(BinaryWriter writer, Position after)
    {
        writer.Write(after.Online);
        writer.Write(after.Rank);
        writer.Write(after.Fit);
        writer.Write(after.Band);
        writer.Write(after.Start);
        writer.Write(after.Distance);
        writer.Write(after.Id);
    }

    private static Position ReadPosition(BinaryReader reader) => new()
    {
        Online = reader.ReadBoolean(),
        Rank = reader.ReadByte(),
        Fit = reader.ReadByte(),
        Band = reader.ReadByte(),
        Start = reader.ReadInt64(),
        Distance = reader.ReadDouble(),
        Id = reader.ReadString(),
    };

    private static DateTimeOffset ReadTime(BinaryReader reader) => LondonTime.Of(DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64()));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
