namespace Signposting.Store.Commit;

/// <summary>Collects what an item leaves in the store.</summary>
internal sealed class ItemRefsBuilder
{
    public static readonly ItemRefsBuilder Nothing = new();

    public List<(long SubjectId, long Start)> Sessions { get; } = [];

    public List<(long SubjectId, byte Origin)> Fragments { get; } = [];

    public bool IsEmpty => Sessions.Count == 0 && Fragments.Count == 0;

    /// <summary>The row with its references: two columns for a lean item, bytes for all others.</summary>
    public ItemRow Complete(ItemRow row)
    {
        var refs = new ItemRefs(Sessions, Fragments);
        return refs.IsLean
            ? row with { SubjectId = Sessions[0].SubjectId, Start = Sessions[0].Start }
            : row with { SubjectId = Sessions.Count > 0 ? Sessions[0].SubjectId : null, Refs = refs.ToBytes() };
    }
}
