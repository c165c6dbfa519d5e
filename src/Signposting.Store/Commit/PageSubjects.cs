using Signposting.Store.Opportunities;

namespace Signposting.Store.Commit;

/// <summary>The ids of the subjects that the items of a page name, in the order in which they name them.</summary>
internal sealed class PageSubjects(long[] ids)
{
    /// <summary>Of an item: the subject of each session, and then of each fragment, which its parent follows if it has one.</summary>
    public static void AddKeys(List<SubjectKey> keys, PreparedItem item)
    {
        foreach (var session in item.Sessions)
            keys.Add(session.Change.Subject);
        foreach (var fragment in item.Fragments)
        {
            keys.Add(fragment.Subject);
            if (fragment.Parent is { } parent)
                keys.Add(parent);
        }
    }

    /// <param name="item">The next one of the page.</param>
    /// <param name="at">Where it begins; and then, where the one after it does.</param>
    public ReadOnlySpan<long> Of(PreparedItem item, ref int at)
    {
        var begin = at;
        at += item.Sessions.Length + item.Fragments.Length;
        foreach (var fragment in item.Fragments)
        {
            if (fragment.Parent is not null)
                at++;
        }

        return ids.AsSpan(begin, at - begin);
    }
}
