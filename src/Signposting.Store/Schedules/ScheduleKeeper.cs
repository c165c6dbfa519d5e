using Signposting.Store.Commit;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Schedules;

/// <summary>
/// Keeps the sessions that follow from full Schedules, for the subjects that were just derived. They are derived data like what is
/// offered: the same descriptions on the same day give the same rows (docs/decisions/0008).
/// </summary>
internal sealed class ScheduleKeeper(IStoreWriter writer, long now)
{
    /// <summary>Twice the fortnight that a search shows: the harvester may be away for two weeks before answers thin out.</summary>
    private const int WindowDays = 28;

    private const long Day = 24 * 60 * 60;

    /// <summary>Whole days (UTC), so that it does not matter when on a day a page is committed.</summary>
    private readonly long _from = now / Day * Day;

    /// <summary>Up to when a subject is expanded that is derived now.</summary>
    public long Until => _from + ((WindowDays + 1) * Day);

    public async Task KeepAsync(List<Derived> derived, CancellationToken cancel)
    {
        var wanted = new Dictionary<long, Draft>();
        var ids = new List<long>(derived.Count);
        foreach (var result in derived)
        {
            ids.Add(result.Subject.Id);
            if (Scheduled(result) is { } draft)
                wanted.Add(result.Subject.Id, draft);
        }

        var held = await writer.ReadSchedulesAsync(ids, cancel).ConfigureAwait(false);
        if (wanted.Count == 0 && held.Count == 0)
            return;

        var published = new HashSet<long>(await writer.ReadPublishedAsync(wanted.Keys, cancel).ConfigureAwait(false));
        published.UnionWith(held.Where(h => h.Until == ScheduleRow.Explicit).Select(h => h.SubjectId));
        var rows = wanted.Where(w => !published.Contains(w.Key)).SelectMany(w => Expand(w.Key, w.Value)).ToHashSet();
        await ReplaceAsync(await writer.ReadExpandedAsync([.. held.Select(h => h.SubjectId)], cancel).ConfigureAwait(false), rows, cancel).ConfigureAwait(false);

        await writer.DeleteSchedulesAsync([.. held.Select(h => h.SubjectId).Where(id => !wanted.ContainsKey(id))], cancel).ConfigureAwait(false);
        await writer.WriteSchedulesAsync([.. wanted.Keys.Select(id => new ScheduleRow(id, published.Contains(id) ? ScheduleRow.Explicit : Until))], cancel).ConfigureAwait(false);
        await writer.MarkTimesAsync(wanted.Keys, cancel).ConfigureAwait(false);
    }

    /// <summary>What is offered of the subject as its own record describes it, if that has a full Schedule.</summary>
    private static Draft? Scheduled(Derived result)
    {
        foreach (var draft in result.Drafts)
        {
            if (draft.Facts.Recurrences is not null)
                return Derivation.Best(result.Subject) is { Origin: (byte)FragmentOrigin.Own } ? draft : null;
        }

        return null;
    }

    private IEnumerable<ExpandedRow> Expand(long subjectId, Draft draft) => draft.Facts.Recurrences!
        .SelectMany(recurrence => Expansion.Starts(recurrence, _from, Until))
        .DistinctBy(occurrence => occurrence.Start)
        .Select(occurrence => new ExpandedRow(draft.FeedId, subjectId, occurrence.Start, occurrence.Seconds));

    private async Task ReplaceAsync(IReadOnlyList<ExpandedRow> old, HashSet<ExpandedRow> rows, CancellationToken cancel)
    {
        foreach (var feed in old.Where(row => !rows.Contains(row)).GroupBy(row => row.FeedId))
            await writer.DeleteSessionsAsync(feed.Key, [.. feed.Select(row => row.ToRef())], cancel).ConfigureAwait(false);
        foreach (var feed in rows.Except(old).GroupBy(row => row.FeedId))
            await writer.WriteSessionsAsync(feed.Key, [.. feed.Select(row => row.ToSession())], cancel).ConfigureAwait(false);
    }
}
