using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// Whether a point is in the United Kingdom or the Isle of Man, within about five kilometres: enough to tell a class in
/// Dublin or Boulogne from one in Newry or Dover, which a box cannot. Publishers' feeds hold both.
/// </summary>
internal static class UnitedKingdom
{
    private const double South = 49.8;
    private const double North = 60.95;
    private const double West = -8.7;
    private const double East = 1.8;

    /// <summary>Northern Ireland's border and coast, coarsely, as (lat, lon); going round from Carlingford Lough westwards.</summary>
    private static readonly (double Lat, double Lon)[] NorthernIreland =
    [
        (53.98, -5.30), (54.02, -6.10), (54.07, -6.36), (54.07, -6.66), (54.20, -6.87), (54.35, -7.05), (54.42, -7.20),
        (54.27, -7.15), (54.12, -7.30), (54.13, -7.60), (54.20, -7.85), (54.44, -8.20), (54.56, -7.80), (54.70, -7.92),
        (54.76, -7.56), (54.95, -7.46), (55.07, -7.27), (55.20, -6.95), (55.36, -6.30), (55.20, -5.80), (54.70, -5.30),
    ];

    internal static bool Contains(GeoPoint point) =>
        point.Lat is >= South and <= North && point.Lon is >= West and <= East && !IsInIreland(point) && !IsInFrance(point);

    private static bool IsInIreland(GeoPoint point)
    {
        var isIsland = point.Lat is > 51.3 and < 55.5 && point.Lon < -5.36;
        var isKintyre = point.Lat > 55.27 && point.Lon > -5.9;
        return isIsland && !isKintyre && !IsInNorthernIreland(point);
    }

    /// <summary>The far side of the Channel, east of Sussex and south of Kent.</summary>
    private static bool IsInFrance(GeoPoint point) => point is { Lat: < 50.9, Lon: > 1.4 } or { Lat: < 50.4, Lon: > 0 };

    /// <summary>Counts how often a line from the point to the east crosses the border.</summary>
    private static bool IsInNorthernIreland(GeoPoint point)
    {
        var isInside = false;
        for (var i = 0; i < NorthernIreland.Length; i++)
        {
            var (a, b) = (NorthernIreland[i], NorthernIreland[(i + 1) % NorthernIreland.Length]);
            if (a.Lat > point.Lat != b.Lat > point.Lat && point.Lon < a.Lon + ((b.Lon - a.Lon) * (point.Lat - a.Lat) / (b.Lat - a.Lat)))
                isInside = !isInside;
        }

        return isInside;
    }
}
