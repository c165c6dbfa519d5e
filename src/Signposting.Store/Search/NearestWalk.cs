using System.Runtime.CompilerServices;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>
/// Candidates in order of distance, then id: rings of growing radius around the centre, each read as a box
/// from the spatial index and put in order, so that nothing beyond the ring that fills the page is read
/// (docs/decisions/0003). The distance is <see cref="GeoPoint.DistanceTo"/>, whatever the engine.
/// </summary>
/// <param name="wanted">How many candidates the caller is likely to need; rings grow by the density found to fit.</param>
internal sealed class NearestWalk(IStoreReader reader, CardMemory cards, GeoPoint centre, double radius, CandidateFilter filter, int wanted)
{
    /// <summary>An activity with no more opportunities than this is read whole: rings around the centre would read a whole region for it.</summary>
    public const int Few = 1_000;

    private const double FirstRing = 500;
    private const double LeastGrowth = 1.3;

    /// <summary>Sport halls hold dozens of classes each: a ring much larger than the last reads hundreds of rows for nothing.</summary>
    private const double MostGrowth = 1.6;

    /// <summary>… but far from the centre each ring costs more than what it may overshoot.</summary>
    private const double FarGrowth = 2;
    private const double Far = 6_000;

    /// <summary>Boxes are a little larger than the ring: rounding must not lose a point on its edge.</summary>
    private const double Margin = 1.000_001;

    /// <summary>May be raised while walking, when few candidates turn out to be what the caller needs.</summary>
    public int Wanted { get; set; } = wanted;

    public async IAsyncEnumerable<Near> WalkAsync(
        double afterDistance, string? afterId, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (filter.Activities is not null && await reader.ReadFewAsync(filter, Few, cancel).ConfigureAwait(false) is { } few)
        {
            foreach (var item in InOrder(new Ring(centre, -1, radius).Of(few)).Where(item => IsAfter(item, afterDistance, afterId)))
                yield return item;
            yield break;
        }

        var (done, total) = (-1.0, 0);
        var ring = Math.Min(radius, Math.Max(FirstRing, afterDistance * 1.25));
        while (true)
        {
            var found = await ReadRingAsync(done, ring, cancel).ConfigureAwait(false);
            foreach (var item in found)
            {
                if (IsAfter(item, afterDistance, afterId))
                    yield return item;
            }

            if (ring >= radius)
                yield break;
            done = ring;
            total += found.Count;
            ring = Math.Min(radius, ring * Growth(total, ring));
        }
    }

    /// <summary>The box that holds everything within <paramref name="metres"/>; all longitudes near a pole or the antimeridian.</summary>
    public static GeoBox BoxAround(GeoPoint centre, double metres)
    {
        var angle = metres * Margin / GeoPoint.EarthRadius;
        var lat = double.RadiansToDegrees(angle) + 1e-9;
        var (min, max) = (centre.Lat - lat, centre.Lat + lat);
        var reach = Math.Sin(angle) / Math.Cos(double.DegreesToRadians(centre.Lat));
        if (min <= -90 || max >= 90 || reach >= 1)
            return new GeoBox(Math.Max(min, -90), Math.Min(max, 90), -180, 180);
        var lon = double.RadiansToDegrees(Math.Asin(reach)) + 1e-9;
        var crosses = centre.Lon - lon < -180 || centre.Lon + lon > 180;
        return crosses ? new GeoBox(min, max, -180, 180) : new GeoBox(min, max, centre.Lon - lon, centre.Lon + lon);
    }

    /// <summary>Half more than the wanted number should lie in the next circle, if the density stays what it was.</summary>
    private double Growth(int found, double ring)
    {
        var most = ring < Far ? MostGrowth : FarGrowth;
        return found == 0 ? most : Math.Clamp(Math.Sqrt(1.5 * Wanted / found), LeastGrowth, most);
    }

    private static bool IsAfter(Near item, double distance, string? id) =>
        id is null || item.Distance > distance || (item.Distance == distance && string.CompareOrdinal(item.Candidate.PublicId, id) > 0);

    private async ValueTask<List<Near>> ReadRingAsync(double inner, double outer, CancellationToken cancel) =>
        InOrder(await cards.ReadAsync(reader, new Ring(centre, inner, outer), filter, cancel).ConfigureAwait(false));

    private static List<Near> InOrder(List<Near> ring)
    {
        ring.Sort(static (a, b) => a.Distance != b.Distance
            ? a.Distance.CompareTo(b.Distance)
            : string.CompareOrdinal(a.Candidate.PublicId, b.Candidate.PublicId));
        return ring;
    }
}
