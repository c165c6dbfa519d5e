namespace Signposting.Store.Commit;

/// <summary>
/// Tells which parents gain their first child by a page, or lose their last: whether a subject has children decides
/// how it is offered (an umbrella, a facility with courts, a parent known only from its children).
/// </summary>
internal sealed class Families(IStoreWriter writer, List<FragmentRow> written, List<FragmentKey> deleted)
{
    private readonly HashSet<long> _parents = [];
    private readonly HashSet<long> _childless = [];

    /// <summary>To be called before the fragments change.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        var subjects = new List<long>(written.Count + deleted.Count);
        foreach (var fragment in written)
        {
            subjects.Add(fragment.SubjectId);
            if (fragment.ParentId is { } parent)
                _parents.Add(parent);
        }

        foreach (var fragment in deleted)
            subjects.Add(fragment.SubjectId);
        _parents.UnionWith(await writer.ReadParentsAsync(subjects, cancel).ConfigureAwait(false));
        if (_parents.Count > 0)
            _childless.UnionWith(await writer.ReadChildlessAsync(_parents, cancel).ConfigureAwait(false));
    }

    /// <summary>To be called after they changed.</summary>
    public async Task<IReadOnlyCollection<long>> ChangedAsync(CancellationToken cancel)
    {
        if (_parents.Count == 0)
            return [];
        var changed = new HashSet<long>(_childless);
        changed.SymmetricExceptWith(await writer.ReadChildlessAsync(_parents, cancel).ConfigureAwait(false));
        return changed;
    }
}
