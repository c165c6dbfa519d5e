using System.Globalization;
using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>A position as published, before it is believed.</summary>
/// <param name="Lat">What stands as latitude.</param>
/// <param name="Lon">What stands as longitude.</param>
/// <param name="Source">The note that says where it was found; null: where it belongs.</param>
internal readonly record struct PublishedPoint(double Lat, double Lon, string? Source = null);

/// <summary>Reads <c>geo</c>, and coordinates that stand in a venue's name.</summary>
internal static class Coordinates
{
    internal static PublishedPoint? Read(JsonValue place, Repairs repairs)
    {
        var geo = place.Get(Property.Geo).First();
        if (!geo.IsObject())
            geo = place;
        var lat = geo.Get(Property.Latitude);
        var lon = geo.Get(Property.Longitude);
        if (lat.IsAbsent() && lon.IsAbsent())
            return null;
        if (lat.Number() is not { } north || lon.Number() is not { } east)
        {
            repairs.Add("coordinates-incomplete", $"latitude {Quote(lat)}, longitude {Quote(lon)}");
            return null;
        }

        if (lat.First().IsString() || lon.First().IsString())
            repairs.AddOnce("coordinates-as-text", $"{Quote(lat)}, {Quote(lon)}");
        return new PublishedPoint(north, east);
    }

    /// <summary>"52.0383757, -0.7858541"; null for a name that is one.</summary>
    internal static PublishedPoint? ReadName(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && Number(name.AsSpan(0, comma)) is { } lat && Number(name.AsSpan(comma + 1)) is { } lon
            ? new PublishedPoint(lat, lon, PlaceNotes.FromName)
            : null;
    }

    private static double? Number(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string Quote(JsonValue value) => value.Line(NormalisingLimits.Label) ?? "none";
}
