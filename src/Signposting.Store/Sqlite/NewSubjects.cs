using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Sqlite;

/// <summary>
/// Subjects that this transaction has interned. Nothing of theirs can be in the store but what the transaction wrote itself,
/// so most questions about them need not be asked: a first harvest asks five for each opportunity.
/// </summary>
internal sealed class NewSubjects
{
    /// <summary>In the order of their ids, without gaps.</summary>
    private readonly List<NewSubject> _new = [];
    private long _first;

    /// <summary>Adds the one with the next id.</summary>
    public void Add(NewSubject subject)
    {
        if (_new.Count == 0)
            _first = subject.Id;
        _new.Add(subject);
    }

    /// <summary>A fragment was written that was not there before.</summary>
    public void Describe(FragmentRow fragment)
    {
        Find(fragment.SubjectId)?.Describe(fragment);
        if (fragment.ParentId is { } parentId && Find(parentId) is { } parent)
            parent.HasChildren = true;
    }

    /// <summary>A fragment was changed or deleted: what is known of the subject's fragments is no longer all.</summary>
    public void ForgetFragments(long id) => Find(id)?.ForgetFragments();

    /// <summary>A session was written that its publisher has published.</summary>
    public void AddSession(long id)
    {
        if (Find(id) is { } subject)
            subject.HasPublished = true;
    }

    /// <summary>A session was deleted: whether there is another one is not known.</summary>
    public void ForgetSessions(long id)
    {
        if (Find(id) is { HasPublished: true } subject)
            subject.HasPublished = null;
    }

    public void AddVariant(long id)
    {
        if (Find(id) is { } subject)
            subject.HasVariants = true;
    }

    public void AddSchedule(long id)
    {
        if (Find(id) is { } subject)
            subject.HasSchedule = true;
    }

    public void Offer(long id)
    {
        if (Find(id) is { } subject)
            subject.HasOpportunities = true;
    }

    public NewSubject? Find(long id) => (ulong)(id - _first) < (ulong)_new.Count ? _new[(int)(id - _first)] : null;

    public bool HasNoNamesakes(long id) => Find(id) is { HasNamesakes: false };

    public bool HasNoFragments(long id) => Find(id) is { IsDescribed: false };

    public bool HasNoChildren(long id) => Find(id) is { HasChildren: false };

    public bool HasNoSchedule(long id) => Find(id) is { HasSchedule: false };

    public bool HasNoOpportunities(long id) => Find(id) is { HasOpportunities: false };
}
