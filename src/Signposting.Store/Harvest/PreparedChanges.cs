using System.Collections;
using Signposting.Store.Commit;

namespace Signposting.Store.Harvest;

/// <summary>
/// The changes of a page with everything computed that needs no transaction: documents, hashes, compressed originals. It is a third of a
/// commit's work, and who prepares a page while the one before is written does it beside the writer instead of in its way.
/// A <see cref="PageCommit"/> takes changes with or without it.
/// </summary>
public sealed class PreparedChanges : IReadOnlyList<ItemChange>
{
    private readonly IReadOnlyList<ItemChange> _changes;

    private PreparedChanges(IReadOnlyList<ItemChange> changes)
    {
        _changes = changes;
        Items = PreparedItem.OnePerItem(changes);
    }

    /// <inheritdoc/>
    public int Count => _changes.Count;

    internal List<PreparedItem> Items { get; }

    /// <inheritdoc/>
    public ItemChange this[int index] => _changes[index];

    /// <summary>Computes it, unless that was done before.</summary>
    public static PreparedChanges Of(IReadOnlyList<ItemChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return changes as PreparedChanges ?? new PreparedChanges(changes);
    }

    /// <inheritdoc/>
    public IEnumerator<ItemChange> GetEnumerator() => _changes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
