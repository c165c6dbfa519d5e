using Signposting.Store.Commit;

namespace Signposting.Store.Harvest;

/// <summary>
/// The changes of a page with everything computed that needs no transaction: documents, hashes, compressed originals. It is half of a
/// commit's work, and who prepares a page while the one before is written does it beside the writer instead of in its way. The changes
/// themselves may be let go of.
/// </summary>
public sealed class PreparedChanges
{
    internal PreparedChanges(List<PreparedItem> items, int count, long sessions) => (Items, Count, Sessions) = (items, count, sessions);

    /// <summary>How many changes there were.</summary>
    public int Count { get; }

    /// <summary>How many sessions they have.</summary>
    public long Sessions { get; }

    internal List<PreparedItem> Items { get; }

    /// <summary>Computes it.</summary>
    public static PreparedChanges Of(IReadOnlyList<ItemChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var preparation = new ChangePreparation(changes.Count);
        foreach (var change in changes)
            preparation.Add(change);
        return preparation.Finish();
    }
}
