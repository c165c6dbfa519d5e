using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;
using static Signposting.Store.Tests.SameClass.TwoPublishers;

namespace Signposting.Store.Tests.SameClass;

/// <summary>What resembles another class and is not proven to be the same.</summary>
public sealed class NotMergingTests
{
    private static readonly Dictionary<string, (ItemChange Operators, ItemChange Aggregators)> Different = new()
    {
        ["at other times"] = (Weekly(OperatorsId, Yoga), Weekly(AggregatorsId, Yoga, hours: 2)),
        ["at these times and at others"] = (Weekly(OperatorsId, Yoga), Weekly(AggregatorsId, Yoga).HasSession(AggregatorsId, Items.Tomorrow.AddDays(2), embedded: true)),
        ["longer"] = (Weekly(OperatorsId, Yoga), Weekly(AggregatorsId, Yoga, minutes: 90)),
        ["without times"] = (Items.Series(OperatorsId, Yoga), Items.Series(AggregatorsId, Yoga)),
        ["under another name"] = Named("Gentle Yoga", "Yin Yoga"),
        ["levels 1 and 2"] = Named("Yoga Level 1", "Yoga Level 2"),
        ["men's and women's"] = Named("Men's Walking Football", "Women's Walking Football"),
        ["for women and for men"] = Described(Yoga with { Gender = GenderRestriction.Female }, Yoga with { Gender = GenderRestriction.Male }),
        ["for women and not stated"] = Described(Yoga with { Gender = GenderRestriction.Female }, Yoga),
        ["for other ages"] = Described(Yoga with { AgeRange = new AgeRange(16, null) }, Yoga with { AgeRange = new AgeRange(50, null) }),
        ["for children and not stated"] = Described(Yoga with { AgeRange = new AgeRange(5, 11) }, Yoga),
        ["for beginners and for the advanced"] = Described(Yoga with { Levels = ["Beginner"] }, Yoga with { Levels = ["Advanced"] }),
        ["another activity"] = Described(Yoga, Yoga with { Activities = [Activities.Walking] }),
        ["two sites of a chain, 80 m apart"] = Described(Yoga with { Place = North(0) }, Yoga with { Place = North(80) }),
        ["two sites of a chain with one postcode"] = Described(
            Yoga with { Place = North(0, postcode: "LS1 3AB", address: "1 High Street") }, Yoga with { Place = North(80, postcode: "LS1 3AB", address: "19 High Street") }),
        ["next door with another postcode"] = Described(Yoga with { Place = North(0, postcode: "LS1 3AB") }, Yoga with { Place = North(10, postcode: "LS1 3AD") }),
        ["another hall of the same centre"] = Described(Yoga with { Place = North(0, "Main Hall") }, Yoga with { Place = North(20, "Squash Court 2") }),
        ["two organisers in one hall"] = Described(Yoga, Yoga with { Organizer = new Organizer { Name = "Yoga Club" } }),
        ["online"] = Described(Yoga with { Attendance = AttendanceMode.Online, Place = null }, Yoga with { Attendance = AttendanceMode.Online, Place = null }),
        ["a session and an event"] = (Weekly(OperatorsId, Yoga, weeks: 1), Item.Of("9").Describes(OpportunityType.Event, AggregatorsId, Yoga).HasSession(AggregatorsId, Items.Tomorrow, OpportunityType.Event)),
        ["a court at the same hours"] = (Court(OperatorsId), Court(AggregatorsId)),
        ["called off by the one who does not speak"] = (Weekly(OperatorsId, Yoga), Weekly(AggregatorsId, Yoga, first: SessionStatus.Cancelled)),
    };

    public static TheoryData<StoreEngine, string> Cases()
    {
        var cases = new TheoryData<StoreEngine, string>();
        foreach (var name in Different.Keys)
        {
            cases.Add(StoreEngine.Sqlite, name);
            cases.Add(StoreEngine.Postgis, name);
        }

        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Different_classes_are_two_results(StoreEngine engine, string what)
    {
        Assert.SkipWhen(engine == StoreEngine.Postgis && TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        await using var both = await OpenAsync(engine);

        await both.PublishAsync(Different[what].Operators, Different[what].Aggregators);

        var found = await both.Test.FindAsync(q => q with { Attendance = AttendanceFilter.Any });
        Assert.Equal(2, found.Count);
        Assert.All(found, f => Assert.Single(f.Opportunity.Provenance));
    }

    [Theory, EachEngine]
    public async Task One_publisher_is_taken_at_its_word(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.Operator.CommitAsync(Weekly(OperatorsId, Yoga), Weekly("https://operator.example/classes/2", Yoga));

        Assert.Equal(["operator", "operator"], await both.FoundAsync());
    }

    [Theory, EachEngine]
    public async Task Where_a_publisher_lists_two_alike_it_cannot_be_told_which_is_meant(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.PublishAsync(Weekly(OperatorsId, Yoga), Weekly(AggregatorsId, Yoga));
        Assert.Equal(["operator+aggregator"], await both.FoundAsync());

        await both.Operator.CommitAsync(Weekly("https://operator.example/classes/2", Yoga));
        Assert.Equal(["aggregator", "operator", "operator"], await both.FoundAsync());

        await both.Operator.CommitAsync(Item.Tombstone("https://operator.example/classes/2", 2));
        Assert.Equal(["operator+aggregator"], await both.FoundAsync());
    }

    [Theory, EachEngine]
    public async Task Two_classes_of_one_name_find_each_its_own(StoreEngine engine)
    {
        await using var both = await OpenAsync(engine);
        await both.Operator.CommitAsync(Weekly(OperatorsId, Yoga), Weekly("https://operator.example/classes/2", Yoga, hours: 5));
        await both.Aggregator.CommitAsync(Weekly("https://aggregator.example/c/100", Yoga, hours: 5), Weekly(AggregatorsId, Yoga));

        Assert.Equal(["operator+aggregator", "operator+aggregator"], await both.FoundAsync());
        Assert.Equal(PublicId(OperatorsId), Assert.IsType<LookUp.Here>(await both.Test.LookUpAsync(AggregatorsId)).Opportunity.Id);
    }

    private static (ItemChange, ItemChange) Named(string one, string other) => Described(Yoga with { Name = one }, Yoga with { Name = other });

    private static (ItemChange, ItemChange) Described(Description one, Description other) => (Weekly(OperatorsId, one), Weekly(AggregatorsId, other));

    private static ItemChange Court(string subject) =>
        Item.Of(subject).Describes(OpportunityType.FacilityUse, subject, Yoga).HasSession(subject, Items.Tomorrow, OpportunityType.FacilityUse, embedded: true);
}
