using System.Globalization;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// Decides where a place is, from the positions that its record gives and the point of its postcode, where a directory was
/// imported. A position is repaired only where the postcode proves the repair; without proof one that cannot be in the
/// United Kingdom is dropped: a wrong place is worse than none.
/// </summary>
internal sealed class Whereabouts(PostcodePoints postcodes)
{
    /// <summary>A park, a walk's start and its organiser's postcode may lie this far apart; two towns that were mixed up lie farther.</summary>
    private const double BelievedMetres = 50_000;

    /// <summary>Swapped or mirrored coordinates prove the repair when they then meet the postcode.</summary>
    private const double ProvenMetres = 10_000;

    /// <param name="published">What the record gives, the best first.</param>
    /// <param name="postcode">In canonical form; null when there is none to go by.</param>
    /// <param name="repairs">Gets a note of all that was not taken as published.</param>
    internal GeoPoint? Locate(ReadOnlySpan<PublishedPoint> published, string? postcode, Repairs repairs)
    {
        var proof = postcode is null ? null : postcodes.Find(postcode);
        foreach (var point in published)
        {
            if (Believe(point, proof, repairs) is { } found)
            {
                if (point.Source is { } source)
                    repairs.Add(source, found.Lat, found.Lon);
                return found;
            }
        }

        if (proof is not null)
            repairs.Add(PlaceNotes.PlacedByPostcode, postcode!);
        return proof;
    }

    private static GeoPoint? Believe(PublishedPoint point, GeoPoint? proof, Repairs repairs)
    {
        var asPublished = new GeoPoint(point.Lat, point.Lon);
        var fault = FaultOf(asPublished);
        if (proof is null)
        {
            if (fault is null)
                return asPublished;
        }
        else if (fault is null && asPublished.DistanceTo(proof.Value) <= BelievedMetres)
        {
            return asPublished;
        }
        else if (Repaired(point, proof.Value) is var (code, repaired))
        {
            repairs.Add(code, point.Lat, point.Lon);
            return repaired;
        }

        repairs.Add(fault ?? PlaceNotes.FarFromPostcode, point.Lat, point.Lon);
        return null;
    }

    private static (string Code, GeoPoint Point)? Repaired(PublishedPoint point, GeoPoint proof)
    {
        foreach (var (code, lat, lon) in (ReadOnlySpan<(string, double, double)>)
        [
            (PlaceNotes.Swapped, point.Lon, point.Lat),
            (PlaceNotes.SignLost, point.Lat, -point.Lon),
            (PlaceNotes.SignLost, -point.Lat, point.Lon),
            (PlaceNotes.SwappedAndSignLost, point.Lon, -point.Lat),
        ])
        {
            var repaired = new GeoPoint(lat, lon);
            if (FaultOf(repaired) is null && repaired.DistanceTo(proof) <= ProvenMetres)
                return (code, repaired);
        }

        return null;
    }

    private static string? FaultOf(GeoPoint point) => point switch
    {
        { Lat: 0, Lon: 0 } => PlaceNotes.Zero,
        _ when Math.Abs(point.Lat) > 90 || Math.Abs(point.Lon) > 180 => PlaceNotes.OutOfRange,
        _ when !UnitedKingdom.Contains(point) => PlaceNotes.OutsideUk,
        _ => null,
    };
}
