using System.Text.Json;
using Signposting.Api.Hosting;
using Signposting.Api.Places;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Api.Opportunities;

/// <summary>A search and its place as bytes, for what is encrypted and handed out: cursors and the tokens of the search page.</summary>
internal static class SearchBytes
{
    public static void Write(BinaryWriter writer, SearchRequest request)
    {
        writer.Write(request.RadiusKm);
        writer.Write(request.From.ToUnixTimeMilliseconds());
        writer.Write(request.To.ToUnixTimeMilliseconds());
        writer.Write(request.FromAsked is not null);
        if (request.FromAsked is { } asked)
            writer.Write(asked.ToUnixTimeMilliseconds());
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
        writer.Write(request.Filters.WomenOnly);
        writer.Write((byte)request.Sort);
        writer.Write((byte)request.Limit);
    }

    public static SearchRequest ReadRequest(BinaryReader reader) => new()
    {
        RadiusKm = reader.ReadDouble(),
        From = ReadMilliseconds(reader),
        To = ReadMilliseconds(reader),
        FromAsked = reader.ReadBoolean() ? ReadMilliseconds(reader) : null,
        Conditions = [.. Enumerable.Range(0, reader.ReadByte()).Select(_ => reader.ReadString())],
        WithNotAdvised = reader.ReadBoolean(),
        Activities = [.. Enumerable.Range(0, reader.ReadByte()).Select(_ => reader.ReadString())],
        Kinds = [.. Enumerable.Range(0, reader.ReadByte()).Select(_ => (OpportunityKind)reader.ReadByte())],
        Attendance = (AttendanceFilter)reader.ReadByte(),
        Filters = JsonSerializer.Deserialize(reader.ReadString(), ApiJson.Answers.AskedFilters)! with { WomenOnly = reader.ReadBoolean() },
        Sort = (SortOrder)reader.ReadByte(),
        Limit = reader.ReadByte(),
    };

    public static void Write(BinaryWriter writer, FoundPlace? place)
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

    public static FoundPlace? ReadPlace(BinaryReader reader) => reader.ReadBoolean()
        ? new FoundPlace(
            new GeoPoint(reader.ReadDouble(), reader.ReadDouble()), (PlacePrecision)reader.ReadByte(),
            NullIfEmpty(reader.ReadString()), NullIfEmpty(reader.ReadString()))
        : null;

    private static DateTimeOffset ReadMilliseconds(BinaryReader reader) => LondonTime.Of(DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64()));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
