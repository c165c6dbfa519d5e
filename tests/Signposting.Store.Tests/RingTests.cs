using Signposting.Store.Commit;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.Tests;

public sealed class RingTests
{
    [Fact]
    public void A_ring_holds_what_the_distance_says_to_the_last_bit()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var centre = new GeoPoint(random.NextDouble() * 180 - 90, random.NextDouble() * 360 - 180);
            var spread = Math.Pow(10, (random.NextDouble() * 7) - 6);
            var point = new GeoPoint(Math.Clamp(centre.Lat + ((random.NextDouble() - 0.5) * spread), -90, 90), centre.Lon + ((random.NextDouble() - 0.5) * spread));
            var distance = centre.DistanceTo(point);

            // Its own distance is the hardest edge there is, on both sides.
            AssertHolds(centre, point, -1, distance);
            AssertHolds(centre, point, distance, distance * 2);
            AssertHolds(centre, point, Math.BitDecrement(distance), distance);
            AssertHolds(centre, point, -1, Math.BitDecrement(distance));
            AssertHolds(centre, point, random.NextDouble() * 50_000, random.NextDouble() * 50_000);
        }
    }

    [Fact]
    public void A_cell_is_found_again_from_its_number_on_all_sides_of_the_origin()
    {
        foreach (var point in (GeoPoint[])[new(53.8, -1.55), new(-33.9, 151.2), new(0, 0), new(-0.001, -0.001), new(60.1, 179.99), new(-89.99, -180)])
        {
            var box = CardCell.BoxOf(CardCell.Of(point));
            Assert.True(box.MinLat <= point.Lat && point.Lat <= box.MaxLat && box.MinLon <= point.Lon && point.Lon <= box.MaxLon);
            Assert.True(box.MaxLat - box.MinLat < 0.021 && box.MaxLon - box.MinLon < 0.034);
        }
    }

    private static void AssertHolds(GeoPoint centre, GeoPoint point, double inner, double outer)
    {
        var candidate = new Candidate { Id = 1, SubjectId = 1, PublicId = "op_1", Kind = OpportunityKind.Session, Flags = OpportunityFlags.Placed, Point = point };
        var distance = centre.DistanceTo(point);
        Assert.Equal(distance > inner && distance <= outer, new Ring(centre, inner, outer).Holds(candidate, out var found));
        if (distance > inner && distance <= outer)
            Assert.Equal(distance, found);
    }
}
