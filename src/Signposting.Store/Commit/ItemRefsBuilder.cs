namespace Signposting.Store.Commit;

/// <summary>Collects what an item leaves in the store; one item after the other.</summary>
internal sealed class ItemRefsBuilder
{
    public List<(long SubjectId, long Start)> Sessions { get; } = [];

    public List<(long SubjectId, byte Origin)> Fragments { get; } = [];

    public bool IsEmpty => Sessions.Count == 0 && Fragments.Count == 0;

    public long? SubjectId => Sessions.Count > 0 ? Sessions[0].SubjectId : null;

    /// <summary>Of a lean item, which needs no more.</summary>
    public long? Start => IsLean ? Sessions[0].Start : null;

    /// <summary>The one session of a lean item needs no bytes of its own.</summary>
    private bool IsLean => Sessions.Count == 1 && Fragments.Count == 0;

    /// <summary>Begins the next item.</summary>
    public void Clear()
    {
        Sessions.Clear();
        Fragments.Clear();
    }

    /// <summary>All references; null for a lean item.</summary>
    public byte[]? ToBytes() => IsLean ? null : ItemRefs.ToBytes(Sessions, Fragments);
}
