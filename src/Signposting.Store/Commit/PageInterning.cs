using Signposting.Store.Opportunities;

namespace Signposting.Store.Commit;

/// <summary>The ids of all subjects and variants that a page names.</summary>
internal sealed class PageInterning(IStoreWriter writer, long feedId, DateTimeOffset now)
{
    public ValueTask<Dictionary<SubjectKey, long>> SubjectsAsync(long datasetId, List<PreparedItem> items, CancellationToken cancel)
    {
        var keys = new HashSet<SubjectKey>(items.Count);
        foreach (var item in items)
        {
            foreach (var fragment in item.Fragments)
            {
                keys.Add(fragment.Subject);
                if (fragment.Parent is { } parent)
                    keys.Add(parent);
            }

            foreach (var session in item.Sessions)
                keys.Add(session.Change.Subject);
        }

        return writer.InternSubjectsAsync(datasetId, keys, cancel);
    }

    public async ValueTask<Dictionary<(long, long), (long Id, bool IsNew)>> VariantsAsync(
        List<PreparedItem> items, Dictionary<SubjectKey, long> subjects, CancellationToken cancel)
    {
        var variants = new Dictionary<(long, long), VariantRow>();
        foreach (var item in items)
        {
            foreach (var session in item.Sessions)
            {
                if (session.Variant is { } variant && !PageRows.IsOver(session.Change, now))
                {
                    var row = NewVariant(item, session, subjects[session.Change.Subject], variant);
                    variants.TryAdd((row.SubjectId, row.Hash), row);
                }
            }
        }

        return variants.Count == 0 ? [] : await writer.InternVariantsAsync(variants.Values, cancel).ConfigureAwait(false);
    }

    private VariantRow NewVariant(PreparedItem item, PreparedSession session, long subjectId, PreparedVariant variant) => new()
    {
        SubjectId = subjectId,
        Hash = variant.Hash,
        Type = session.Change.SubjectType,
        FeedId = feedId,
        ModifiedAt = item.ModifiedAt,
        HarvestedAt = item.HarvestedAt ?? now.ToUnixTimeSeconds(),
        Doc = variant.Doc,
    };
}
