namespace OpenActive.Vocabulary.Tests;

public sealed class ResolveTests
{
    private static readonly string Walking = Tree.IdOf(ActivityList.BuiltIn, "Walking");

    [Fact]
    public void A_known_id_wins_over_the_label() =>
        Assert.Equal("Walking", Label(Walking, "Yoga"));

    [Fact]
    public void A_label_helps_when_the_id_is_unknown() =>
        Assert.Equal("Yoga", Label("https://example.org/activities/12", "yoga"));

    [Fact]
    public void A_label_alone_is_enough() =>
        Assert.Equal("Walking", Label(null, "Rambling"));

    [Fact]
    public void An_id_alone_is_enough() =>
        Assert.Equal("Walking", Label(Walking.Replace("https:", "http:", StringComparison.Ordinal), null));

    [Fact]
    public void An_id_given_in_place_of_a_label_is_understood() =>
        Assert.Equal("Walking", Label(null, Walking));

    [Fact]
    public void A_label_given_in_place_of_an_id_is_no_id() =>
        Assert.Null(Label("Walking", null));

    [Theory]
    [InlineData("https://example.org/activities/12", "General")]
    [InlineData(null, "General")]
    [InlineData(null, null)]
    [InlineData("", "")]
    public void A_generic_label_is_no_concept(string? id, string? label) =>
        Assert.Null(Label(id, label));

    private static string? Label(string? id, string? prefLabel) => ActivityList.BuiltIn.Resolve(id, prefLabel)?.PrefLabel;
}
