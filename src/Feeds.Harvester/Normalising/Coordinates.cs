using System.Text.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// Reads <c>geo</c>. Coordinates that cannot be a place in the UK are dropped and noted: a wrong place is worse than none.
/// </summary>
internal static class Coordinates
{
    private const double South = 49.8;
    private const double North = 60.95;
    private const double West = -8.7;
    private const double East = 1.8;

    internal static GeoPoint? Read(JsonElement place, Repairs repairs)
    {
        var geo = place.Get("geo"u8).First();
        if (!geo.IsObject())
            geo = place;
        var lat = geo.Get("latitude"u8);
        var lon = geo.Get("longitude"u8);
        if (lat.IsAbsent() && lon.IsAbsent())
            return null;
        if (lat.Number() is not { } north || lon.Number() is not { } east)
        {
            repairs.Add("coordinates-incomplete", $"latitude {Quote(lat)}, longitude {Quote(lon)}");
            return null;
        }

        return Check(north, east, repairs);
    }

    private static GeoPoint? Check(double lat, double lon, Repairs repairs)
    {
        if (lat == 0 && lon == 0)
            repairs.Add("coordinates-zero", lat, lon);
        else if (Math.Abs(lat) > 90 || Math.Abs(lon) > 180)
            repairs.Add("coordinates-out-of-range", lat, lon);
        else if (lat is < South or > North || lon is < West or > East)
            repairs.Add("coordinates-outside-uk", lat, lon);
        else
            return new GeoPoint(lat, lon);
        return null;
    }

    private static string Quote(JsonElement value) => value.Line(NormalisingLimits.Label) ?? "none";
}
