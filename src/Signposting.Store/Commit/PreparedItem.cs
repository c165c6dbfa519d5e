using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Commit;

/// <summary>
/// An item with everything computed that needs no transaction: documents, hashes, the compressed original. It holds nothing of what the item was
/// normalised to but that: thousands wait for their transaction, and what waits is copied by the collector (docs/decisions/0028).
/// </summary>
internal sealed class PreparedItem
{
    private PreparedItem(ItemChange change, long key)
    {
        Key = key;
        Kind = change.Kind;
        Modified = change.Modified;
        ModifiedAt = change.ModifiedAt?.ToUnixTimeSeconds();
        Hash = (long)change.ContentHash;
        Rejection = change.Rejection;
    }

    public long Key { get; }

    public ChangeKind Kind { get; }

    public long? Modified { get; }

    /// <summary>Unix seconds.</summary>
    public long? ModifiedAt { get; }

    public long Hash { get; }

    public Rejection? Rejection { get; }

    public PreparedFragment[] Fragments { get; private init; } = [];

    public PreparedSession[] Sessions { get; private init; } = [];

    public byte[]? Original { get; private init; }

    /// <summary>When it was read from its publisher, if that was not now.</summary>
    public long? HarvestedAt { get; private init; }

    /// <summary>Read again in what is kept of it.</summary>
    public static PreparedItem From(KeptOriginal original, ItemChange change) => From(change, original.ItemKey, original.HarvestedAt.ToUnixTimeSeconds());

    public static PreparedItem From(ItemChange change, long key, long? harvestedAt = null)
    {
        var sessions = change.Sessions.Count == 0 ? [] : new PreparedSession[change.Sessions.Count];
        var standsAlone = change.Fragments.Count == 1;
        for (var i = 0; i < sessions.Length; i++)
        {
            sessions[i] = PreparedSession.Of(change.Sessions[i]);
            standsAlone &= sessions[i].Variant is null;
        }

        var fragments = change.Fragments.Count == 0 ? [] : new PreparedFragment[change.Fragments.Count];
        PreparedFragment? own = null;
        for (var i = 0; i < fragments.Length; i++)
        {
            fragments[i] = PreparedFragment.Of(change.Fragments[i], standsAlone);
            if (fragments[i].Origin == FragmentOrigin.Own)
                own = fragments[i];
        }

        return new(change, key)
        {
            HarvestedAt = harvestedAt,
            Fragments = fragments,
            Sessions = sessions,
            Original = own is not null && !change.Original.IsEmpty ? Originals.Compress(change.Original.Span, own.Doc, own.DocHash) : null,
        };
    }

    public static bool IsOlder(long? modified, long? than) => modified < than;
}
