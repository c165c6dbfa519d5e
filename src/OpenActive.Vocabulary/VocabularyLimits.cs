namespace OpenActive.Vocabulary;

/// <summary>
/// What a published list may hold. The list is fetched from the web, so each limit is far above
/// what is real (768 concepts, 490 KB, 4 levels, 3 parents, labels of 32 characters) and still harmless.
/// </summary>
internal static class VocabularyLimits
{
    internal const int Bytes = 16 * 1024 * 1024;
    internal const int JsonDepth = 32;
    internal const int Concepts = 20_000;
    internal const int LabelLength = 200;
    internal const int DefinitionLength = 20_000;

    /// <summary>Values of one property of one concept (narrower, which is not read, is not counted).</summary>
    internal const int ValuesPerProperty = 50;

    internal const int Levels = 32;

    /// <summary>Members of all concepts' closures together: a tree of the full size stays below, a tangle does not.</summary>
    internal const int ClosureMembers = 1_000_000;
}
