using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Signposting.Api.Hosting;
using Signposting.Api.Places;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Api.Opportunities;

/// <summary>
/// Writes and reads cursors. They stand in URLs and hold where a patient lives, so they are encrypted, and
/// authenticated, so that what is read back was written here and needs no second check of its values.
/// </summary>
internal sealed class CursorText(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Counts up when the form below changes: cursors of the old form then end as "not valid".</summary>
    private const byte Form = 2;

    private readonly IDataProtector _protector = protection.CreateProtector("Signposting.Opportunities.Cursor");

    public string Write(Cursor cursor)
    {
        using var buffer = new MemoryStream(256);
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(Form);
        writer.Write(time.GetUtcNow().ToUnixTimeSeconds());
        Write(writer, cursor.Request);
        WritePlace(writer, cursor.Place);
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
                Request = ReadRequest(reader),
                Place = ReadPlace(reader),
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

    private static void Write(BinaryWriter writer, SearchRequest request)
    {
        writer.Write(request.RadiusKm);
        writer.Write(request.From.ToUnixTimeMilliseconds());
        writer.Write(request.To.ToUnixTimeMilliseconds());
        writer.Write((byte)request.Conditions.Count);
        foreach (var condition in request.Conditions)
            writer.Write(condition);
        writer.Write(request.WithNotAdvised);
        writer.Write((byte)request.Activities.Count);
        foreach (var activity in request.Activities)
            writer.Write(activity);
        writer.Write((byte)request.Kinds.Count);
        foreach (var kind in request.Kinds)
            writer.Write((byte)kind);
        writer.Write((byte)request.Attendance);
        writer.Write(JsonSerializer.Serialize(request.Filters, ApiJson.Answers.AskedFilters));
        writer.Write((byte)request.Sort);
        writer.Write((byte)request.Limit);
    }

    private static SearchRequest ReadRequest(BinaryReader reader) => new()
    {
        RadiusKm = reader.ReadDouble(),
        From = ReadMilliseconds(reader),
        To = ReadMilliseconds(reader),
        Conditions = [.. Enumerable.Range(0, reader.ReadByte()).Select(_ => reader.ReadString())],
        WithNotAdvised = reader.ReadBoolean(),
        Activities = [.. Enumerable.Range(0, reader.ReadByte()).Select(_ => reader.ReadString())],
        Kinds = [.. Enumerable.Range(0, reader.ReadByte()).Select(_ => (OpportunityKind)reader.ReadByte())],
        Attendance = (AttendanceFilter)reader.ReadByte(),
        Filters = JsonSerializer.Deserialize(reader.ReadString(), ApiJson.Answers.AskedFilters)!,
        Sort = (SortOrder)reader.ReadByte(),
        Limit = reader.ReadByte(),
    };

    private static void WritePlace(BinaryWriter writer, FoundPlace? place)
    {
        writer.Write(place is not null);
        if (place is null)
            return;
        writer.Write(place.Point.Lat);
        writer.Write(place.Point.Lon);
        writer.Write((byte)place.Precision);
        writer.Write(place.Postcode ?? "");
        writer.Write(place.Terminated ?? "");
    }

    private static FoundPlace? ReadPlace(BinaryReader reader) => reader.ReadBoolean()
        ? new FoundPlace(
            new GeoPoint(reader.ReadDouble(), reader.ReadDouble()), (PlacePrecision)reader.ReadByte(),
            NullIfEmpty(reader.ReadString()), NullIfEmpty(reader.ReadString()))
        : null;

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

    private static DateTimeOffset ReadMilliseconds(BinaryReader reader) => LondonTime.Of(DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64()));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
