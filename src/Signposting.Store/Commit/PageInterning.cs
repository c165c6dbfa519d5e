using Signposting.Store.Opportunities;

namespace Signposting.Store.Commit;

/// <summary>The ids of all subjects and variants that a page names.</summary>
internal sealed class PageInterning(IStoreWriter writer, long feedId, DateTimeOffset now)
{
    public async ValueTask<PageSubjects> SubjectsAsync(long datasetId, List<PreparedItem> items, CancellationToken cancel)
    {
        var keys = new List<SubjectKey>(items.Count);
        foreach (var item in items)
            PageSubjects.AddKeys(keys, item);
        return new PageSubjects(await writer.InternSubjectsAsync(datasetId, keys, cancel).ConfigureAwait(false));
    }

    public async ValueTask<Dictionary<(long, long), (long Id, bool IsNew)>> VariantsAsync(List<PreparedItem> items, PageSubjects subjects, CancellationToken cancel)
    {
        var variants = new Dictionary<(long, long), VariantRow>();
        var at = 0;
        foreach (var item in items)
        {
            var named = subjects.Of(item, ref at);
            for (var i = 0; i < item.Sessions.Length; i++)
            {
                if (item.Sessions[i] is { Variant: { } variant } session && !PageRows.IsOver(session.Change, now))
                {
                    var row = NewVariant(item, session, named[i], variant);
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
