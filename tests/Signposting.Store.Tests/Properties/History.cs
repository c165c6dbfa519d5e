using FsCheck;
using FsCheck.Fluent;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Tests.Building;
using static Signposting.Store.Opportunities.OpportunityType;

namespace Signposting.Store.Tests.Properties;

/// <summary>One version of an item: where it is published and what it says.</summary>
/// <param name="Item">Its place in <see cref="Templates"/>.</param>
/// <param name="Variation">0–2: what it says; 3: a tombstone; 4: rejected.</param>
/// <param name="Turn">When it would like to arrive in another order.</param>
internal sealed record Version(int Item, int Variation, long Modified, int Turn)
{
    private const string Library = "library", Course = "course";

    private static readonly Description[] Places =
    [
        new() { Place = Leeds.Library },
        new() { Place = Leeds.Headingley },
        new() { Place = Leeds.Minster, Offers = [new Offer { Price = 4 }], Activities = [Activities.Boxing] },
    ];

    /// <summary>Everything that refers to something: series under event series, embedded parents, nested and own courts, slots, sessions with their own place.</summary>
    private static readonly (string Feed, Func<Item, int, Item> Say)[] Templates =
    [
        ("series", (item, v) => item.Describes(SessionSeries, "s1", Items.Described($"S1 {v}", Leeds.Library), under: v == 0 ? null : "es")),
        ("series", (item, v) => item.Describes(SessionSeries, "s2", new Description { Name = $"S2 {v}" }, under: v == 1 ? null : "es")),
        ("series", (item, v) => item.Describes(EventSeries, "es", Places[v] with { Name = $"ES {v}" })),
        ("series", (item, v) => item.Describes(SessionSeries, "s4", Items.Described($"S4 {v}")).HasSession("s4", Items.Tomorrow.AddHours(v), embedded: true)),
        ("sessions", (item, v) => item.HasSession("s1", Items.Tomorrow.AddHours(v))),
        ("sessions", (item, v) => item.HasSession("s1", Items.Tomorrow.AddDays(1), own: Places[v])),
        ("sessions", (item, v) => item.Embeds(SessionSeries, "s3", Items.Described($"S3 by a {v}")).HasSession("s3", Items.Tomorrow.AddHours(v))),
        ("sessions", (item, v) => item.Embeds(SessionSeries, "s3", Items.Described($"S3 by b {v}")).HasSession("s3", Items.Tomorrow.AddHours(v + 3))),
        ("sessions", (item, v) => item.HasSession("s3", Items.Tomorrow.AddHours(v + 6))),
        ("sessions", (item, v) => item.HasSession("es", Items.Tomorrow.AddHours(v), EventSeries, own: v == 1 ? null : Places[v])),
        ("sessions", (item, v) => item.HasSession("s2", Items.Tomorrow.AddHours(v), own: Places[v] with { Name = $"S2 itself {v}" })),
        ("facilities", (item, v) => NestCourts(item.Describes(FacilityUse, "f", Items.Described($"F {v}", Leeds.Minster, Activities.Tennis)), v)),
        ("facilities", (item, v) => item.Describes(IndividualFacilityUse, "f#3", Items.Described($"Court 3 {v}", Leeds.Minster), under: v == 0 ? "f" : "f2")),
        ("facilities", (item, v) => item.Describes(FacilityUse, "f2", Items.Described($"F2 {v}", Leeds.Headingley, Activities.Tennis))),
        ("slots", (item, v) => item.HasSession("f", Items.Tomorrow.AddHours(v), FacilityUse, places: v)),
        ("slots", (item, v) => item.HasSession("f#1", Items.Tomorrow.AddHours(v), FacilityUse, places: v)),
        ("slots", (item, v) => item.HasSession("f#2", Items.Tomorrow.AddHours(v), FacilityUse, places: v)),
        ("slots", (item, v) => item.HasSession("f#3", Items.Tomorrow.AddHours(v), FacilityUse, places: v)),
        ("courses", (item, v) => item.Describes(OpportunityType.Course, Course, Items.Described($"Course {v}", Leeds.At(53.8 + (v * 0.01), -1.55)))),
        ("courses", (item, v) => item.Describes(CourseInstance, "ci", new Description { Url = $"{v}" }, under: Course).HasSession("ci", Items.Tomorrow, CourseInstance, whole: v == 0)),
    ];

    /// <summary>Every subject that a history can speak of.</summary>
    public static readonly string[] Subjects = ["s1", "s2", "s3", "s4", "es", "f", "f2", "f#1", "f#2", "f#3", Course, "ci", Library];

    public static int Count => Templates.Length;

    public string Feed => Templates[Item].Feed;

    public ItemChange ToChange() => Variation switch
    {
        3 => Building.Item.Tombstone($"{Item}", Modified),
        4 => Building.Item.Rejected($"{Item}", "bad-date", modified: Modified),
        _ => Templates[Item].Say(Building.Item.Of($"{Item}", Modified), Variation),
    };

    private static Item NestCourts(Item item, int v)
    {
        foreach (var court in Enumerable.Range(1, 2).Where(c => v != c))
            item.Nests(IndividualFacilityUse, $"f#{court}", new Description { Name = $"Court {court}" }, "f");
        return item;
    }
}

/// <summary>What publishers said, in the order in which they said it.</summary>
internal sealed record History(IReadOnlyList<Version> Versions)
{
    public static Arbitrary<History> Any => Arb.From(Histories, Shrink);

    private static Gen<History> Histories =>
        from length in Gen.Choose(1, 30)
        from steps in (from item in Gen.Choose(0, Version.Count - 1)
                       from variation in Gen.Frequency((5, Gen.Choose(0, 2)), (2, Gen.Constant(3)), (1, Gen.Constant(4)))
                       from turn in Gen.Choose(0, 1_000_000)
                       select (item, variation, turn)).ListOf(length)
        select new History([.. steps.Select((s, i) => new Version(s.item, s.variation, 100 + i, s.turn))]);

    /// <summary>Another order of arrival in which the versions of each item still follow each other.</summary>
    public IReadOnlyList<Version> Shuffled()
    {
        var versions = Versions.GroupBy(v => v.Item).ToDictionary(g => g.Key, g => new Queue<Version>(g));
        return [.. Versions.OrderBy(v => v.Turn).Select(v => versions[v.Item].Dequeue())];
    }

    public override string ToString() => string.Join(' ', Versions.Select(v => $"{v.Item}{"abc†✗"[v.Variation]}")) + " | " + string.Join(' ', Shuffled().Select(v => $"{v.Item}{"abc†✗"[v.Variation]}"));

    private static IEnumerable<History> Shrink(History history)
    {
        for (var i = 0; i < history.Versions.Count; i++)
            yield return new History([.. history.Versions.Where((_, at) => at != i)]);
    }
}
