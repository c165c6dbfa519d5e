using Signposting.Store.Hiding;
using Signposting.Store.Opportunities;
using Signposting.Store.SameClass;

namespace Signposting.Store.Commit;

/// <summary>
/// Which id each record has where several datasets publish the same <c>@id</c> (docs/decisions/0018). The id that is made from the
/// <c>@id</c> alone is the one of the dataset that was known first, feeds that are gone last; the others have one that is made from their dataset as well,
/// so that they can be compared and named like any two records. Where nothing can be compared, or the same place has another name,
/// the first stands for all. A function of what is held, whatever came first.
/// </summary>
internal sealed class Namesakes(IStoreWriter writer, long now)
{
    /// <summary>What is wanted, by public id.</summary>
    public async Task<Dictionary<string, OpportunityRow>> NameAsync(List<OpportunityRow> rows, CancellationToken cancel)
    {
        var named = new Dictionary<string, OpportunityRow>(rows.Count, StringComparer.Ordinal);
        var others = new List<OpportunityRow>();
        foreach (var row in rows)
        {
            if (!named.TryAdd(row.PublicId, row) && named[row.PublicId].SubjectId != row.SubjectId)
                others.Add(row);
        }

        if (others.Count == 0)
            return named;
        var together = others.Concat(others.Select(other => named[other.PublicId])).Distinct().ToLookup(row => row.PublicId, StringComparer.Ordinal);
        var publishers = await writer.ReadFeedDatasetsAsync([.. together.SelectMany(group => group).Select(row => row.FeedId).Distinct()], cancel).ConfigureAwait(false);
        foreach (var group in together)
        {
            var ordered = group.OrderBy(row => publishers[row.FeedId].IsConcealed).ThenBy(row => row.DatasetId).DistinctBy(row => row.SubjectId).ToList();
            named[group.Key] = ordered[0];
            foreach (var other in ordered.Skip(1).Where(other => CanStandBeside(ordered[0], other)))
            {
                var id = IdWithin(publishers[other.FeedId].Dataset, group.Key);
                named.TryAdd(id, other with { PublicId = id, SharedId = group.Key });
            }
        }

        return named;
    }

    /// <summary>An id that a record had as one of several leads to the id that it has as the only one.</summary>
    /// <param name="gone">What is no longer offered under these ids.</param>
    public async Task LeadOnAsync(IReadOnlyList<OpportunityRow> gone, IReadOnlyDictionary<string, OpportunityRow> named, CancellationToken cancel)
    {
        if (gone.Count == 0)
            return;
        var offered = named.Values.ToLookup(row => row.SubjectId);
        var changed = gone.Where(row => offered.Contains(row.SubjectId)).ToList();
        if (changed.Count == 0)
            return;
        var publishers = await writer.ReadFeedDatasetsAsync([.. changed.Select(row => row.FeedId).Distinct()], cancel).ConfigureAwait(false);
        foreach (var row in changed)
        {
            if (offered[row.SubjectId].FirstOrDefault(other => IdWithin(publishers[row.FeedId].Dataset, other.PublicId) == row.PublicId) is { } successor)
                await writer.WriteSuccessorAsync(row.PublicId, successor.PublicId, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>What an operator has hidden must not come back by another dataset's record of the same <c>@id</c>.</summary>
    /// <param name="written">What is offered now and is different.</param>
    public async Task HideTooAsync(IReadOnlyCollection<OpportunityRow> written, CancellationToken cancel)
    {
        var ids = written.Where(row => row.SharedId is not null).ToList();
        if (ids.Count == 0)
            return;
        var all = await writer.ReadHiddenAsync(cancel).ConfigureAwait(false);
        foreach (var row in ids.Where(row => HiddenSet.Find(all, HiddenKind.Opportunity, row.PublicId) is null))
        {
            if (HiddenSet.Find(all, HiddenKind.Opportunity, row.SharedId!) is not { } why)
                continue;
            await writer.HideAsync(why with { Target = row.PublicId, By = HiddenSet.SameClassAs(row.SharedId!), At = DateTimeOffset.FromUnixTimeSeconds(now) }, cancel).ConfigureAwait(false);
            await writer.NoteChangeAsync(SpatialStore.HiddenName, cancel).ConfigureAwait(false);
        }
    }

    private static bool CanStandBeside(OpportunityRow first, OpportunityRow other) =>
        first is { Likeness: { } likeness, Point: { } point } && other is { Likeness: { } alike, Point: { } place }
        && ((likeness & ClassLikeness.NameBits) == (alike & ClassLikeness.NameBits) || point.DistanceTo(place) > ClassLikeness.NearMetres);

    private static string IdWithin(string dataset, string publicId) => SubjectKey.FromId($"{publicId}\n{dataset}").ToPublicId();
}
