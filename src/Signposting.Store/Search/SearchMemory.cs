namespace Signposting.Store.Search;

/// <summary>What searches of one process remember for each other.</summary>
internal sealed class SearchMemory
{
    public CardMemory Cards { get; } = new();

    public SessionMemory Sessions { get; } = new();
}
