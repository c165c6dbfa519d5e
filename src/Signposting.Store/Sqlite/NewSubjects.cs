using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Sqlite;

/// <summary>
/// Subjects that this transaction has interned. Nothing of theirs can be in the store but what the transaction wrote itself,
/// so most questions about them need not be asked: a first harvest asks five for each opportunity.
/// </summary>
internal sealed class NewSubjects
{
    private readonly Dictionary<long, NewSubject> _new = [];

    /// <summary>So many more may come.</summary>
    public void Reserve(int subjects) => _new.EnsureCapacity(_new.Count + subjects);

    public void Add(NewSubject subject) => _new.Add(subject.Id, subject);

    /// <summary>A fragment was written that was not there before.</summary>
    public void Describe(FragmentRow fragment)
    {
        if (_new.TryGetValue(fragment.SubjectId, out var subject))
            subject.Describe(fragment);
        if (fragment.ParentId is { } parentId && _new.TryGetValue(parentId, out var parent))
            parent.HasChildren = true;
    }

    /// <summary>A fragment was changed or deleted: what is known of the subject's fragments is no longer all.</summary>
    public void ForgetFragments(long id)
    {
        if (_new.TryGetValue(id, out var subject))
            subject.ForgetFragments();
    }

    public void AddSession(long id)
    {
        if (_new.TryGetValue(id, out var subject))
            subject.HasSessions = true;
    }

    public void Offer(long id)
    {
        if (_new.TryGetValue(id, out var subject))
            subject.HasOpportunities = true;
    }

    public NewSubject? Find(long id) => _new.GetValueOrDefault(id);

    public bool HasNoNamesakes(long id) => Find(id) is { HasNamesakes: false };

    public bool HasNoFragments(long id) => Find(id) is { IsDescribed: false };

    public bool HasNoChildren(long id) => Find(id) is { HasChildren: false };

    public bool HasNoSessions(long id) => Find(id) is { HasSessions: false };

    public bool HasNoOpportunities(long id) => Find(id) is { HasOpportunities: false };
}
