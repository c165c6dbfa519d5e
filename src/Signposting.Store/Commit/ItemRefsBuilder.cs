namespace Signposting.Store.Commit;

/// <summary>Collects what an item leaves in the store.</summary>
internal sealed class ItemRefsBuilder(int sessions, int fragments)
{
    public static readonly ItemRefsBuilder Nothing = new(0, 0);

    public List<(long SubjectId, long Start)> Sessions { get; } = new(sessions);

    public List<(long SubjectId, byte Origin)> Fragments { get; } = new(fragments);

    public bool IsEmpty => Sessions.Count == 0 && Fragments.Count == 0;

    public long? SubjectId => Sessions.Count > 0 ? Sessions[0].SubjectId : null;

    /// <summary>Of a lean item, which needs no more.</summary>
    public long? Start => IsLean ? Sessions[0].Start : null;

    /// <summary>The one session of a lean item needs no bytes of its own.</summary>
    private bool IsLean => Sessions.Count == 1 && Fragments.Count == 0;

    /// <summary>All references; null for a lean item.</summary>
    public byte[]? ToBytes() => IsLean ? null : ItemRefs.ToBytes(Sessions, Fragments);
}
