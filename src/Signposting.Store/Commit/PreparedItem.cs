using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Commit;

/// <summary>An item with everything computed that needs no transaction: documents, hashes, the compressed original.</summary>
internal sealed class PreparedItem
{
    private PreparedItem(ItemChange change, long key)
    {
        Change = change;
        Key = key;
    }

    public ItemChange Change { get; }

    public long Key { get; }

    /// <summary>Encoded descriptions, in the order of <see cref="ItemChange.Fragments"/>.</summary>
    public byte[][] FragmentDocs { get; private init; } = [];

    /// <summary>Signatures of their words (<see cref="Search.SearchWords"/>), in the same order.</summary>
    public byte[][] FragmentWords { get; private init; } = [];

    /// <summary>Encoded <see cref="SessionChange.Own"/>, in the order of <see cref="ItemChange.Sessions"/>; null where there is none.</summary>
    public byte[]?[] VariantDocs { get; private init; } = [];

    public byte[]? Original { get; private init; }

    /// <summary>When it was read from its publisher, if that was not now.</summary>
    public long? HarvestedAt { get; private init; }

    /// <summary>Read again in what is kept of it.</summary>
    public static PreparedItem From(KeptOriginal original, ItemChange change) => From(change, original.ItemKey, original.HarvestedAt.ToUnixTimeSeconds());

    private static PreparedItem From(ItemChange change, long key, long? harvestedAt)
    {
        var fragments = change.Fragments;
        var docs = fragments.Count == 0 ? [] : new byte[fragments.Count][];
        var words = fragments.Count == 0 ? [] : new byte[fragments.Count][];
        var hasOwn = false;
        for (var i = 0; i < docs.Length; i++)
        {
            docs[i] = DescriptionCodec.Encode(fragments[i].Description);
            words[i] = Search.SearchWords.SignatureOf(fragments[i].Description);
            hasOwn |= fragments[i].Origin == FragmentOrigin.Own;
        }

        return new(change, key)
        {
            HarvestedAt = harvestedAt,
            FragmentDocs = docs,
            FragmentWords = words,
            VariantDocs = VariantsOf(change.Sessions),
            Original = hasOwn && !change.Original.IsEmpty ? Originals.Compress(change.Original.Span) : null,
        };
    }

    private static byte[]?[] VariantsOf(IReadOnlyList<SessionChange> sessions)
    {
        byte[]?[]? docs = null;
        for (var i = 0; i < sessions.Count; i++)
        {
            if (sessions[i].Own is { } own)
                (docs ??= new byte[]?[sessions.Count])[i] = DescriptionCodec.Encode(own);
        }

        return docs ?? [];
    }

    /// <summary>
    /// One change for each item of a page: publishers repeat items, and the last word counts
    /// unless it is older than an earlier one.
    /// </summary>
    public static List<PreparedItem> OnePerItem(IReadOnlyList<ItemChange> changes)
    {
        var items = new List<PreparedItem>(changes.Count);
        var places = new Dictionary<long, int>(changes.Count);
        foreach (var change in changes)
        {
            var key = ItemKey.From(change.Id);
            if (!places.TryGetValue(key, out var place))
            {
                places.Add(key, items.Count);
                items.Add(From(change, key, null));
            }
            else if (!IsOlder(change.Modified, items[place].Change.Modified))
            {
                items[place] = From(change, key, null);
            }
        }

        return items;
    }

    public static bool IsOlder(long? modified, long? than) => modified < than;
}
