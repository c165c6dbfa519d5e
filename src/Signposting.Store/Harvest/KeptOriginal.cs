using Signposting.Store.Opportunities;

namespace Signposting.Store.Harvest;

/// <summary>An item as its publisher sent it, with what was made of it, so that it can be read once more without asking for it.</summary>
public sealed record KeptOriginal : Kept
{
    public required string FeedUrl { get; init; }

    public required string FeedKind { get; init; }

    /// <summary>The RPDE <c>id</c>, where it is a number; of others only a hash is kept.</summary>
    public string? ItemId { get; init; }

    /// <summary>What the item describes.</summary>
    public required SubjectKey Subject { get; init; }

    public long? Modified { get; init; }

    public DateTimeOffset? ModifiedAt { get; init; }

    public required DateTimeOffset HarvestedAt { get; init; }

    /// <summary>The item's <c>data</c>, as it stands in the store.</summary>
    internal byte[] Compressed { get; init; } = [];

    internal long ItemKey { get; init; }

    /// <summary>Of the item as it was read.</summary>
    internal long Hash { get; init; }

    /// <summary>Its own description, encoded.</summary>
    internal byte[] Doc { get; init; } = [];

    /// <summary>The item's <c>data</c> (UTF-8 JSON).</summary>
    /// <exception cref="StoreException">It is too large, or damaged: the store was changed from outside.</exception>
    public byte[] ReadData() => Originals.Decompress(Compressed, Doc);

    /// <summary>Whether this is what is held already. What has parts or sessions with details of their own may differ in those, and counts as different.</summary>
    internal bool IsTold(ItemChange change) =>
        change.Kind == ChangeKind.Updated && change.Fragments.Count == 1 && change.Sessions.All(session => session.Own is null)
        && DescriptionCodec.Encode(change.Fragments[0].Description).AsSpan().SequenceEqual(Doc);
}
