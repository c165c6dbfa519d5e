using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;

namespace Signposting.Store.Tests.Properties;

/// <summary>An opportunity of the random map; <see cref="Start"/> is null for one without published times.</summary>
internal sealed record Spot(string Id, GeoPoint Point, OpportunityType Type, Activity[] Activities, DateTimeOffset? Start)
{
    private static readonly OpportunityType[] Types = [OpportunityType.SessionSeries, OpportunityType.CourseInstance, OpportunityType.FacilityUse, OpportunityType.HeadlineEvent];
    private static readonly Activity[] All = [Building.Activities.Yoga, Building.Activities.Walking, Building.Activities.Swimming, Building.Activities.Tennis, Building.Activities.Boxing];

    /// <summary>Dense around Leeds, sparse elsewhere; many at one spot; some at the poles and on both sides of the antimeridian.</summary>
    public static List<Spot> Map(int seed, int count)
    {
        var random = new Random(seed);
        var spots = new List<Spot>(count);
        for (var i = 0; i < count; i++)
        {
            var point = i > 0 && random.Next(8) == 0 ? spots[random.Next(i)].Point : Anywhere(random);
            DateTimeOffset? start = random.Next(4) switch { 0 => null, 1 => Items.Tomorrow.AddDays(30), _ => Items.Tomorrow.AddHours(random.Next(6)) };
            spots.Add(new Spot($"spot {seed}/{i}", point, Types[random.Next(Types.Length)], [.. All.Where(_ => random.Next(3) == 0)], start));
        }

        return spots;
    }

    public ItemChange ToItem()
    {
        var item = Item.Of(Id).Describes(Type, Id, new Description { Name = Id, Place = Leeds.At(Point), Activities = Activities });
        return Start is { } start ? item.HasSession(Id, start, Type) : item;
    }

    /// <summary>What a search must answer: everything, filtered, in order.</summary>
    public static List<string> Search(IEnumerable<Spot> spots, MapQuery query) =>
    [
        .. spots
            .Where(s => query.Centre.DistanceTo(s.Point) <= query.Radius && query.Kinds.Contains(s.Type.Kind()))
            .Where(s => query.Activities is null || s.Activities.Intersect(query.Activities).Any())
            .Where(s => s.Start is null || s.Start < Items.Tomorrow.AddDays(10))
            .OrderBy(s => query.Sort == SortOrder.Nearest ? default : s.Start ?? DateTimeOffset.MaxValue)
            .ThenBy(s => query.Centre.DistanceTo(s.Point))
            .ThenBy(s => SubjectKey.FromId(s.Id).ToPublicId(), StringComparer.Ordinal)
            .Select(s => s.Id),
    ];

    private static GeoPoint Anywhere(Random random) => random.Next(10) switch
    {
        < 5 => new(53.8003 + ((random.NextDouble() - 0.5) * 0.1), -1.5498 + ((random.NextDouble() - 0.5) * 0.15)),
        5 => new(53.8003 + ((random.NextDouble() - 0.5) * 0.9), -1.5498 + ((random.NextDouble() - 0.5) * 1.5)),
        6 => new(random.Next(2) == 0 ? 90 - (random.NextDouble() * 0.3) : -90 + (random.NextDouble() * 0.3), (random.NextDouble() * 360) - 180),
        7 => new(random.Next(2) == 0 ? 90 : -90, random.Next(-180, 181)),
        8 => new((random.NextDouble() - 0.5) * 0.4, random.Next(2) == 0 ? 180 - (random.NextDouble() * 0.3) : -180 + (random.NextDouble() * 0.3)),
        _ => new((random.NextDouble() * 180) - 90, (random.NextDouble() * 360) - 180),
    };
}
