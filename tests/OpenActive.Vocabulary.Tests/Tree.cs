namespace OpenActive.Vocabulary.Tests;

/// <summary>Asks a list about its branches by label.</summary>
internal static class Tree
{
    internal static string IdOf(ActivityList list, string label)
    {
        Assert.True(list.TryGet(label, out var concept), $"{label} is not in the list.");
        Assert.Equal(label, concept.PrefLabel);
        return concept.Id;
    }

    internal static bool IsUnder(ActivityList list, string label, string above) =>
        list.SelfAndNarrower(IdOf(list, above)).Contains(IdOf(list, label));
}
