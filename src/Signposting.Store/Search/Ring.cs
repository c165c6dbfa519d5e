using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>A card and how far it is.</summary>
/// <param name="Distance">Metres by <see cref="GeoPoint.DistanceTo"/>; 0 for what happens online.</param>
internal readonly record struct Near(Candidate Candidate, double Distance);

/// <summary>
/// What lies farther from a centre than one distance and no farther than another. The distance that counts is <see cref="GeoPoint.DistanceTo"/>, which costs
/// five trigonometric functions: what is clearly outside is told from the straight line between unit vectors, which costs three multiplications.
/// </summary>
internal readonly struct Ring
{
    // Square of a chord in units of the radius: rounding moves it by a few 1e-16, a thousandth of the margin.
    private const double Margin = 1e-13;

    private readonly GeoPoint _centre;
    private readonly UnitVector _spot;
    private readonly double _inner;
    private readonly double _outer;
    private readonly double _least;
    private readonly double _most;

    /// <param name="inner">Metres, not included; below 0: the centre itself belongs to it.</param>
    /// <param name="outer">Metres, included.</param>
    public Ring(GeoPoint centre, double inner, double outer)
    {
        (_centre, _spot, _inner, _outer) = (centre, UnitVector.Of(centre), inner, outer);
        _least = inner <= 0 ? -1 : (SquareOfChord(inner) * (1 - 1e-9)) - Margin;
        _most = (SquareOfChord(outer) * (1 + 1e-9)) + Margin;
    }

    /// <summary>The box that holds it.</summary>
    public GeoBox Box => NearestWalk.BoxAround(_centre, _outer);

    public bool Holds(Candidate candidate, out double distance)
    {
        distance = 0;
        if (candidate.Point is not { } point)
            return false;
        var chord = candidate.Spot.SquareOfChordTo(_spot);
        if (chord < _least || chord > _most)
            return false;
        distance = _centre.DistanceTo(point);
        return distance > _inner && distance <= _outer;
    }

    public List<Near> Of(IEnumerable<Candidate> candidates)
    {
        var near = new List<Near>();
        foreach (var candidate in candidates)
        {
            if (Holds(candidate, out var distance))
                near.Add(new Near(candidate, distance));
        }

        return near;
    }

    private static double SquareOfChord(double metres)
    {
        var half = Math.Sin(Math.Min(metres / GeoPoint.EarthRadius, Math.PI) / 2);
        return 4 * half * half;
    }
}

/// <summary>A point on a sphere of radius 1.</summary>
internal readonly record struct UnitVector(double X, double Y, double Z)
{
    public static UnitVector Of(GeoPoint point)
    {
        var (sinLat, cosLat) = Math.SinCos(double.DegreesToRadians(point.Lat));
        var (sinLon, cosLon) = Math.SinCos(double.DegreesToRadians(point.Lon));
        return new UnitVector(cosLat * cosLon, cosLat * sinLon, sinLat);
    }

    public double SquareOfChordTo(in UnitVector other)
    {
        var (x, y, z) = (X - other.X, Y - other.Y, Z - other.Z);
        return (x * x) + (y * y) + (z * z);
    }
}
