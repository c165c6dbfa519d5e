using System.Text;

namespace Signposting.Store.Commit;

/// <summary>Rows of what is offered.</summary>
internal sealed class OpportunityRows(IStoreWriter writer)
{
    private const OpportunityFlags NeverAlike = OpportunityFlags.Split | OpportunityFlags.Parts;

    public async ValueTask<List<OpportunityRow>> OfAsync(List<Derived> derived, CancellationToken cancel)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var result in derived)
        {
            foreach (var draft in result.Drafts)
            {
                for (var i = 0; i < draft.Facts.Activities.Count; i++)
                    values.Add(draft.Facts.Activities[i]);
            }
        }

        var terms = values.Count == 0 ? [] : await writer.InternTermsAsync(values, cancel).ConfigureAwait(false);
        var rows = new List<OpportunityRow>(derived.Count);
        foreach (var result in derived)
        {
            foreach (var draft in result.Drafts)
                rows.Add(NewRow(result.Subject, draft, terms));
        }

        return rows;
    }

    private static OpportunityRow NewRow(SubjectState subject, Draft draft, Dictionary<string, int> terms)
    {
        var facts = draft.Facts;
        var flags = FlagsOf(draft);
        return new OpportunityRow
        {
            PublicId = draft.PublicId,
            SubjectId = subject.Id,
            DatasetId = subject.DatasetId,
            Type = draft.Type,
            FeedId = draft.FeedId,
            FragmentId = draft.Fragment?.Id,
            ModifiedAt = draft.ModifiedAt,
            HarvestedAt = draft.HarvestedAt,
            Flags = flags,
            Split = draft.Split,
            Point = facts.Point,
            Likeness = (flags & NeverAlike) == 0 ? facts.Likeness : null,
            Starts = facts.Starts,
            Ends = facts.Ends,
            Activities = ActivitiesOf(facts, terms),
            Hash = HashOf(draft, flags),
            Facets = facts.Facets,
            Words = facts.Words,
            Doc = draft.Doc,
        };
    }

    private static int[] ActivitiesOf(CardFacts facts, Dictionary<string, int> terms)
    {
        if (facts.Activities.Count == 0)
            return [];
        var ids = new int[facts.Activities.Count];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = terms[facts.Activities[i]];
        return ids;
    }

    private static long HashOf(Draft draft, OpportunityFlags flags)
    {
        var split = draft.Split is null ? 0 : ContentHash.Of(Encoding.UTF8.GetBytes(string.Join(',', draft.Split)));
        return ContentHash.Mix(draft.Content, (long)draft.Type, (long)flags, split, draft.FeedId, draft.Fragment?.Id ?? 0, draft.ModifiedAt ?? 0);
    }

    private static OpportunityFlags FlagsOf(Draft draft) => draft.Facts.Flags
        | (draft.Split is null ? OpportunityFlags.None : OpportunityFlags.Split)
        | (draft.HasParts ? OpportunityFlags.Parts : OpportunityFlags.None);
}
