namespace Signposting.Store.Opportunities;

/// <summary>A point in WGS84 degrees.</summary>
public readonly record struct GeoPoint(double Lat, double Lon)
{
    /// <summary>IUGG mean radius in metres.</summary>
    public const double EarthRadius = 6_371_008.8;

    /// <summary>
    /// Metres along the great circle (haversine on the mean sphere; within 0.6 % of the ellipsoid).
    /// The one formula for the distance shown, the radius and the order, on every engine.
    /// </summary>
    public double DistanceTo(GeoPoint other)
    {
        var lat1 = double.DegreesToRadians(Lat);
        var lat2 = double.DegreesToRadians(other.Lat);
        var sinLat = Math.Sin((lat2 - lat1) / 2);
        var sinLon = Math.Sin(double.DegreesToRadians(other.Lon - Lon) / 2);
        var h = (sinLat * sinLat) + (Math.Cos(lat1) * Math.Cos(lat2) * sinLon * sinLon);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
