namespace OpenActive.Vocabulary.Tests;

public sealed class PublishedListTests
{
    [Fact]
    public void The_published_list_has_768_concepts_of_which_146_stand_at_the_top()
    {
        var list = PublishedList.Read();

        Assert.Equal(768, list.All.Count);
        Assert.Equal(146, list.All.Count(concept => concept.IsTop));
        Assert.Equal(22, list.All.Count(concept => concept.Broader.Count > 1));
        Assert.Equal(0, list.DroppedConcepts);
        Assert.Equal(0, list.DroppedBroader);
        Assert.Equal(4, list.All.Max(concept => Level(list, concept)));
    }

    [Theory]
    [InlineData("Yoga", 35)]
    [InlineData("Dance", 90)]
    [InlineData("Group Exercise", 297)]
    public void A_branch_has_as_many_descendants_as_it_should(string label, int descendants)
    {
        var list = PublishedList.Read();

        Assert.Equal(descendants + 1, list.SelfAndNarrower(Tree.IdOf(list, label)).Count);
    }

    [Fact]
    public void Every_field_of_a_concept_is_read()
    {
        Assert.True(PublishedList.Read().TryGet("walking", out var walking));

        Assert.Equal("https://openactive.io/activity-list#" + walking.Identifier, walking.Id);
        Assert.Equal("walking", walking.Notation);
        Assert.Equal("Walking", walking.PrefLabel);
        Assert.Equal(["Rambling"], walking.AltLabels);
        Assert.NotEmpty(walking.Definition!);
    }

    [Fact]
    public void Related_concepts_are_read()
    {
        var list = PublishedList.Read();
        Assert.True(list.TryGet("Dance", out var dance));

        Assert.Equal([Tree.IdOf(list, "Dance Fitness")], dance.Related);
    }

    [Fact]
    public void A_stream_and_the_bytes_give_the_same_version()
    {
        var list = PublishedList.Read();
        using var stream = File.OpenRead(PublishedList.Path);

        Assert.Equal(list.Version, ActivityList.Parse(stream).Version);
        Assert.Matches("^sha256:[0-9a-f]{64}$", list.Version);
    }

    [Fact]
    public void No_label_or_notation_is_shared_so_every_concept_is_found_by_both()
    {
        var list = PublishedList.Read();

        Assert.All(list.All, concept =>
        {
            Assert.Same(concept, list.Resolve(null, concept.PrefLabel));
            Assert.Same(concept, list.Resolve(null, concept.Notation));
            Assert.All(concept.AltLabels, label => Assert.Same(concept, list.Resolve(null, label)));
        });
    }

    private static int Level(ActivityList list, Concept concept) =>
        1 + concept.Broader.Select(id => Level(list, list.Resolve(id, null)!)).DefaultIfEmpty(0).Max();
}
