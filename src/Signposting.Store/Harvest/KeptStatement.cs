using Signposting.Store.Opportunities;

namespace Signposting.Store.Harvest;

/// <summary>Who states what is kept without the item that it came in.</summary>
public enum Speaker : byte
{
    /// <summary>Sessions, of themselves: one statement for all that state the same.</summary>
    Sessions,

    /// <summary>The newest of those sessions that have their parent inside them, of the parent.</summary>
    Children,
}

/// <summary>What was read in items of which no original is kept. There are ten million of them; what they state is kept as it was read.</summary>
public sealed record KeptStatement : Kept
{
    public required Speaker Speaker { get; init; }

    public required string FeedUrl { get; init; }

    internal long SubjectId { get; init; }

    internal byte[] Doc { get; init; } = [];

    /// <summary>What is stated.</summary>
    /// <exception cref="StoreException">It is damaged: the store was changed from outside.</exception>
    public Description Read() => DescriptionCodec.Decode(Doc);
}
