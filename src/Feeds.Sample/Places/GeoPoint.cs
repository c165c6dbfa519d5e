namespace Feeds.Sample.Places;

/// <summary>A place in WGS84 degrees.</summary>
internal readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double KmPerDegree = 111.2;

    /// <summary>The point so many kilometres east and north of this one; rounded to six decimals (about 0.1 m).</summary>
    public GeoPoint Moved(double eastKm, double northKm)
    {
        var perDegreeEast = KmPerDegree * Math.Cos(Latitude * Math.PI / 180);
        return new(Math.Round(Latitude + (northKm / KmPerDegree), 6), Math.Round(Longitude + (eastKm / perDegreeEast), 6));
    }
}
