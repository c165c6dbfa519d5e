namespace OpenActive.Vocabulary.Tests;

public sealed class BuiltInListTests
{
    /// <summary>What the clinical rules prefer, and what a link worker looks for.</summary>
    public static TheoryData<string> Needed { get; } =
    [
        "Phase IV Cardiac Rehabilitation", "Pulmonary Maintenance", "Falls and Exercise Management", "Otago", "Extend",
        "Postural Stability Instruction", "General Fitness for Older Adults", "Chair Based Exercise", "Chair Yoga",
        "Walking", "Nordic Walking", "Running", "Jogging", "Cycling", "Indoor Cycling", "Spinning", "Handcycling",
        "Swimming", "Swimming Lessons", "Aqua Aerobics", "Aqua Fit", "Aquanatal", "Postnatal Aqua", "Hydro Therapy",
        "Tai Chi", "Qigong", "Yoga", "Restorative Yoga", "Pregnancy Yoga", "Baby Yoga", "Pilates", "Resistance Training",
        "Gym Workout", "Circuit Training", "Strength and Conditioning", "Boxing Fitness", "Buggy Fitness", "Zumba®",
        "Zumba® Gold", "Dance", "Dance Fitness", "Line Dancing", "Ballroom And Latin", "Tea Dance", "Gardening", "Bowls",
        "Boccia", "Kurling", "Badminton", "Tennis", "Walking Tennis", "Visually Impaired Tennis", "Table Tennis", "Squash",
        "Pickleball", "Football", "Walking Football", "Blind Football", "5-a-side", "Netball", "Walking Netball", "Goalball",
        "Basketball", "Walking Basketball", "Cricket", "Walking Cricket", "Rugby", "Hockey", "Volleyball", "Golf",
        "Gymnastics", "Trampolining", "Climbing", "Rowing", "Athletics", "Multisports", "ParkPlay", "Singing", "Martial Arts",
    ];

    [Theory]
    [MemberData(nameof(Needed))]
    public void It_names_what_the_rules_and_the_sample_publisher_use(string label) =>
        Assert.NotEmpty(Tree.IdOf(ActivityList.BuiltIn, label));

    [Fact]
    public void Each_of_its_concepts_is_exactly_the_published_one()
    {
        var published = PublishedList.Read();

        Assert.All(ActivityList.BuiltIn.All, concept =>
        {
            Assert.True(published.TryGet(concept.Id, out var original));
            Assert.Equal(
                (original.Id, original.Identifier, original.Notation, original.PrefLabel),
                (concept.Id, concept.Identifier, concept.Notation, concept.PrefLabel));
            Assert.Equal(original.AltLabels, concept.AltLabels);
            Assert.Equal(original.Broader.Order(), concept.Broader.Order());
        });
    }

    [Fact]
    public void It_holds_every_published_concept_at_the_top()
    {
        var tops = PublishedList.Read().All.Where(concept => concept.IsTop);

        Assert.All(tops, concept => Assert.True(ActivityList.BuiltIn.TryGet(concept.Id, out _), concept.PrefLabel));
    }

    [Fact]
    public void It_is_whole_in_itself_and_copies_no_definition()
    {
        var list = ActivityList.BuiltIn;

        Assert.Equal(768, list.All.Count);
        Assert.Equal(0, list.DroppedBroader);
        Assert.All(list.All, concept => Assert.Null(concept.Definition));
        Assert.All(list.All, concept => Assert.Same(concept, list.Resolve(null, concept.Notation)));
        Assert.StartsWith("sha256:", list.Version, StringComparison.Ordinal);
    }
}
