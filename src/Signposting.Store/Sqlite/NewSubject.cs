using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Sqlite;

/// <summary>A subject that a transaction has interned, and what it has written of it.</summary>
internal sealed class NewSubject(long id, SubjectKey key, long datasetId)
{
    /// <summary>Of a subject that a hostile page describes ten thousand times they are read when they are asked for.</summary>
    private const int MostFragments = 16;

    private FragmentRow[]? _fragments = [];

    public long Id => id;

    public SubjectKey Key => key;

    public long DatasetId => datasetId;

    /// <summary>Another dataset names the same subject, or one with the same public id.</summary>
    public bool HasNamesakes { get; init; }

    /// <summary>Its row was inserted; until then the transaction keeps it in memory, because most are derived a moment later.</summary>
    public bool IsWritten { get; set; }

    /// <summary>Its publisher has published a session of it.</summary>
    public bool HasTimes { get; set; }

    public bool IsDescribed { get; private set; }

    public bool HasChildren { get; set; }

    /// <summary>Whether there is a published session of it; null: that has to be looked up.</summary>
    public bool? HasPublished { get; set; } = false;

    public bool HasVariants { get; set; }

    public bool HasSchedule { get; set; }

    public bool HasOpportunities { get; set; }

    /// <summary>All its fragments, in the order in which they are read; null when they have to be read.</summary>
    public FragmentRow[]? Fragments => _fragments;

    public void Describe(FragmentRow fragment)
    {
        IsDescribed = true;
        if (_fragments?.Length >= MostFragments)
            _fragments = null;
        else if (_fragments is not null)
            _fragments = _fragments.Length == 0 ? [fragment] : [.. _fragments.Append(fragment).OrderBy(Order)];
    }

    public void ForgetFragments() => (IsDescribed, _fragments) = (true, null);

    private static (byte, long, long) Order(FragmentRow fragment) => (fragment.Origin, fragment.FeedId, fragment.ItemKey);
}
