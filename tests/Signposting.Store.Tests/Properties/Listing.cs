using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;

namespace Signposting.Store.Tests.Properties;

/// <summary>A class of a random timetable, with what filters ask about; much of it is not stated.</summary>
internal sealed record Listing(string Id, GeoPoint Point, Description Description, IReadOnlyList<(DateTimeOffset Start, int? Places)> Sessions)
{
    private static readonly Activity?[] Some = [Activities.Yoga, Activities.Walking, Activities.Swimming, null];
    private static readonly string[] Names = ["Chair yoga", "Gentle walk", "Café swim", "Women's club", "Übung 55+"];

    public static List<Listing> Timetable(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => At($"listing {seed}/{i}", random))];
    }

    public ItemChange ToItem(long modified = 1)
    {
        var item = Item.Of(Id, modified).Describes(OpportunityType.SessionSeries, Id, Description);
        foreach (var (start, places) in Sessions)
            item = item.HasSession(Id, start, places: places);
        return item;
    }

    private static Listing At(string id, Random random)
    {
        var point = new GeoPoint(53.8003 + ((random.NextDouble() - 0.5) * 0.12), -1.5498 + ((random.NextDouble() - 0.5) * 0.2));
        var activity = Some[random.Next(Some.Length)];
        var description = new Description
        {
            Name = $"{Names[random.Next(Names.Length)]} {random.Next(3)}",
            Text = random.Next(2) == 0 ? "Bring a mat." : null,
            Place = Leeds.At(point),
            Activities = activity is null ? null : [random.Next(4) == 0 ? activity with { Words = "yoga" } : activity],
            AgeRange = random.Next(2) == 0 ? null : new AgeRange(random.Next(3) == 0 ? null : random.Next(70), random.Next(2) == 0 ? null : 70 + random.Next(30)),
            Gender = Maybe(random, (GenderRestriction)random.Next(1, 4)),
            Levels = random.Next(2) == 0 ? null : [((string[])["Beginner", "Intermediate", "Advanced", "All levels", "Blue"])[random.Next(5)]],
            AccessibilitySupport = random.Next(2) == 0 ? null : random.Next(2) == 0 ? ["Hearing impairment"] : ["Visual impairment", "Mental health issues"],
            IsWheelchairAccessible = Maybe(random, random.Next(2) == 0),
            IsCoached = Maybe(random, random.Next(2) == 0),
            IsAccessibleForFree = Maybe(random, random.Next(3) == 0),
            Inferred = random.Next(2) == 0 ? null : Read(random),
            Offers = random.Next(2) == 0 ? null : [new Offer { Price = random.Next(12) }, new Offer { Price = 20, Currency = random.Next(2) == 0 ? null : "EUR" }],
        };
        var sessions = Enumerable.Range(0, random.Next(4)).Select(_ => (Items.Tomorrow.AddHours(random.Next(24 * 9)), Maybe(random, random.Next(3)))).DistinctBy(s => s.Item1).ToList();
        return new Listing(id, point, description, sessions);
    }

    /// <summary>What a harvester may have read out of the name.</summary>
    private static List<Inference> Read(Random random) =>
    [
        new(Inferences.Ages, "over 50s") { AgeRange = new AgeRange(50, null) },
        .. random.Next(2) == 0 ? (IEnumerable<Inference>)[new Inference(Inferences.Gender, "women's") { Gender = GenderRestriction.Female }] : [],
        .. random.Next(2) == 0 ? (IEnumerable<Inference>)[new Inference(Inferences.Levels, "beginners") { Levels = ["Beginner"] }] : [],
        .. random.Next(2) == 0 ? (IEnumerable<Inference>)[new Inference(Inferences.Free, "free")] : [],
        .. random.Next(2) == 0 ? (IEnumerable<Inference>)[new Inference(Inferences.Uncoached, "self-led")] : [],
    ];

    private static T? Maybe<T>(Random random, T value) where T : struct => random.Next(2) == 0 ? null : value;
}
