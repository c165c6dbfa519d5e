namespace Signposting.Store.Harvest;

/// <summary>Something that a feed said, which can be read once more without asking for it.</summary>
public abstract record Kept
{
    /// <summary>Row id; grows in the order in which rows of its kind were first kept.</summary>
    public required long Id { get; init; }

    public required long FeedId { get; init; }
}
