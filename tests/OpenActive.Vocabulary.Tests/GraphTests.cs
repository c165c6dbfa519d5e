namespace OpenActive.Vocabulary.Tests;

public sealed class GraphTests
{
    /// <summary>Label, the label of a branch, and whether the one is below the other.</summary>
    public static TheoryData<string, string, bool> Facts { get; } = new()
    {
        { "Tai Chi", "Martial Arts", true },
        { "Krav Maga", "Martial Arts", true },
        { "Qigong", "Yoga", true },
        { "Hot Yoga", "Yoga", true },
        { "Acroyoga", "Group Exercise", true },
        { "Walking Football", "Football", true },
        { "Walking Football", "Walking", false },
        { "Walking Netball", "Netball", true },
        { "Fell Walking", "Walking", true },
        { "Nordic Walking", "Walking", true },
        { "Cold Water Swimming", "Swimming", true },
        { "Aquanatal", "Aqua Aerobics", true },
        { "Aquanatal", "Swimming", false },
        { "Burlesque Chair Dance", "Chair Based Exercise", true },
        { "Burlesque Chair Dance", "Dance", true },
        { "Aerial", "Dance", true },
        { "Phase IV Cardiac Rehabilitation", "Group Exercise", true },
        { "Yoga", "Qigong", false },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void The_built_in_tree_is_as_published_even_where_it_misleads(string label, string above, bool isUnder) =>
        Assert.Equal(isUnder, Tree.IsUnder(ActivityList.BuiltIn, label, above));

    [Theory]
    [MemberData(nameof(Facts))]
    public void The_published_tree_misleads(string label, string above, bool isUnder) =>
        Assert.Equal(isUnder, Tree.IsUnder(PublishedList.Read(), label, above));

    [Fact]
    public void A_concept_with_two_parents_is_below_both_and_counted_once_in_their_common_ancestor()
    {
        var list = Lists.Parse(Lists.Concept(1), Lists.Concept(2, 1), Lists.Concept(3, 1), Lists.Concept(4, 2, 3));

        Assert.Equal([Lists.Id(2), Lists.Id(4)], list.SelfAndNarrower(Lists.Id(2)).Order());
        Assert.Equal([Lists.Id(3), Lists.Id(4)], list.SelfAndNarrower(Lists.Id(3)).Order());
        Assert.Equal(4, list.SelfAndNarrower(Lists.Id(1)).Count);
    }

    [Fact]
    public void Narrower_holds_the_direct_children_in_the_order_of_their_labels()
    {
        var list = Lists.Parse(Lists.Concept(1), Lists.Concept(3, 1), Lists.Concept(2, 1), Lists.Concept(4, 2));

        Assert.Equal(["Concept 2", "Concept 3"], list.Narrower(Lists.Id(1)).Select(concept => concept.PrefLabel));
    }

    [Fact]
    public void An_unknown_id_has_nothing_below_it_not_even_itself()
    {
        Assert.Empty(ActivityList.BuiltIn.SelfAndNarrower(Lists.Id(1)));
        Assert.Empty(ActivityList.BuiltIn.Narrower("Walking"));
    }

    [Fact]
    public void An_unknown_broader_id_is_dropped_and_counted_and_leaves_the_concept_at_the_top()
    {
        var list = Lists.Parse(Lists.Concept(1, 99), Lists.Concept(2, 1, 98));

        Assert.Equal(2, list.DroppedBroader);
        Assert.True(list.All[0].IsTop);
        Assert.Equal([Lists.Id(1)], list.All[1].Broader);
    }
}
