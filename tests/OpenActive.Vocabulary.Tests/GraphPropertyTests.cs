using FsCheck;
using FsCheck.Fluent;

namespace OpenActive.Vocabulary.Tests;

public sealed class GraphPropertyTests
{
    /// <summary>For each concept, the positions of its parents: always smaller than its own, so that no cycle arises.</summary>
    private static readonly Arbitrary<int[][]> Graphs = Gen.Choose(1, 25)
        .SelectMany(size => Gen.CollectToArray(Enumerable.Range(0, size), n => n == 0
            ? Gen.Constant(Array.Empty<int>())
            : Gen.Choose(0, n - 1).ListOf().Select(parents => parents.Take(3).Distinct().ToArray())))
        .ToArbitrary();

    [Fact]
    public void The_closure_of_any_graph_is_what_walking_upwards_finds() =>
        Prop.ForAll(Graphs, graph =>
        {
            var list = Lists.Parse(graph.Select((parents, n) => Lists.Concept(n, parents)));
            return Enumerable.Range(0, graph.Length).All(above =>
                list.SelfAndNarrower(Lists.Id(above)).SetEquals(
                    Enumerable.Range(0, graph.Length).Where(n => IsSelfOrBelow(graph, n, above)).Select(Lists.Id)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_edge_from_an_ancestor_up_to_its_descendant_is_refused() =>
        Prop.ForAll(Graphs, graph =>
        {
            var below = Enumerable.Range(0, graph.Length).Last(n => IsSelfOrBelow(graph, n, 0));
            int[][] cyclic = [[.. graph[0], below], .. graph.Skip(1)];
            var error = Assert.Throws<VocabularyException>(() => Lists.Parse(cyclic.Select((parents, n) => Lists.Concept(n, parents))));
            return error.Message.Contains("cycle", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void In_the_built_in_list_every_closure_is_closed_and_reaches_up_to_all_broader_concepts() =>
        AssertClosed(ActivityList.BuiltIn);

    [Fact]
    public void In_the_published_list_every_closure_is_closed_and_reaches_up_to_all_broader_concepts() =>
        AssertClosed(PublishedList.Read());

    private static void AssertClosed(ActivityList list) => Assert.All(list.All, concept =>
    {
        var closure = list.SelfAndNarrower(concept.Id);
        Assert.Contains(concept.Id, closure);
        Assert.All(closure, id => Assert.True(closure.IsSupersetOf(list.SelfAndNarrower(id))));
        Assert.All(concept.Broader, id => Assert.True(list.SelfAndNarrower(id).IsSupersetOf(closure)));
        Assert.All(concept.Broader, id => Assert.Contains(concept, list.Narrower(id)));
    });

    private static bool IsSelfOrBelow(int[][] graph, int n, int above) =>
        n == above || graph[n].Any(parent => IsSelfOrBelow(graph, parent, above));
}
