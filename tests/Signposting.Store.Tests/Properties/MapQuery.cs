using FsCheck;
using FsCheck.Fluent;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;

namespace Signposting.Store.Tests.Properties;

/// <summary>A random question to a random map.</summary>
internal sealed record MapQuery(GeoPoint Centre, double Radius, SortOrder Sort, OpportunityKind[] Kinds, Activity[]? Activities, int Limit)
{
    private static readonly OpportunityKind[] AllKinds = [OpportunityKind.Session, OpportunityKind.Course, OpportunityKind.Facility, OpportunityKind.Event];
    private static readonly Activity[] SomeActivities = [Building.Activities.Yoga, Building.Activities.Boxing, Building.Activities.Of("nobody offers this")];

    public static Arbitrary<MapQuery> About(IReadOnlyList<Spot> spots) => Arb.From(
        from centre in Centres(spots)
        from radius in Radii(centre, spots)
        from sort in Gen.Elements(SortOrder.Nearest, SortOrder.Soonest)
        from kinds in Gen.SubListOf(AllKinds)
        from activities in Gen.OneOf(Gen.Constant<Activity[]?>(null), Gen.SubListOf(SomeActivities).Select(a => (Activity[]?)a.ToArray()))
        from limit in Gen.Choose(1, 30)
        select new MapQuery(centre, radius, sort, [.. kinds], activities, limit));

    public override string ToString() =>
        $"{Sort} {Radius} m around {Centre.Lat:R},{Centre.Lon:R}; kinds {string.Join('+', Kinds)}; activities {(Activities is null ? "any" : string.Join('+', Activities.Select(a => a.Label)))}; pages of {Limit}";

    private static Gen<GeoPoint> Centres(IReadOnlyList<Spot> spots) => Gen.OneOf(
        Gen.Elements<Spot>(spots).Select(s => s.Point),
        Gen.Elements(Leeds.TownHall, new GeoPoint(90, 0), new GeoPoint(-90, 180), new GeoPoint(0, 180), new GeoPoint(0, -180)),
        from lat in Gen.Choose(-450, 450)
        from lon in Gen.Choose(-450, 450)
        select new GeoPoint(Leeds.TownHall.Lat + (lat / 10_000.0), Leeds.TownHall.Lon + (lon / 10_000.0)));

    /// <summary>Also the exact distance of a spot: the edge belongs to the circle.</summary>
    private static Gen<double> Radii(GeoPoint centre, IReadOnlyList<Spot> spots) => Gen.OneOf(
        Gen.Choose(100, 50_000).Select(m => (double)m),
        Gen.Choose(100, 5_000).Select(m => (double)m),
        Gen.Elements<Spot>(spots).Select(s => Math.Clamp(centre.DistanceTo(s.Point), 100, 50_000)));
}
