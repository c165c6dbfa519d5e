using Signposting.Store.Opportunities;
using Signposting.Store.SameClass;
using Signposting.Store.Schedules;
using Signposting.Store.Search;

namespace Signposting.Store.Commit;

/// <summary>
/// Derives dirty subjects again, with everything that inherits from them, and writes what is offered.
/// A parent with very many children is worked off over several pages: the queue is part of the transaction.
/// </summary>
internal sealed class Deriver(IStoreWriter writer, Descriptions descriptions, long now)
{
    /// <summary>Bounds one transaction to about a second.</summary>
    private const int MaxAtOnce = 5_000;

    /// <returns>How many it took off the queue.</returns>
    public async Task<int> DeriveAsync(HashSet<long> dirty, bool drain, CancellationToken cancel)
    {
        if (dirty.Count > 0)
            await SpreadAsync(dirty, cancel).ConfigureAwait(false);
        var taken = 0;
        do
        {
            var waiting = await writer.TakeDirtyAsync(MaxAtOnce, cancel).ConfigureAwait(false);
            if (waiting.Count == 0)
                return taken;
            taken += waiting.Count;
            await DeriveSomeAsync(waiting, cancel).ConfigureAwait(false);
        }
        while (drain);
        return taken;
    }

    /// <summary>Derives the dirty ones now; their descendants too when they are few, otherwise by the queue.</summary>
    private async Task SpreadAsync(HashSet<long> dirty, CancellationToken cancel)
    {
        var level = dirty;
        var all = new HashSet<long>(dirty);
        for (var depth = 0; depth < Derivation.MaxAncestors && level.Count > 0; depth++)
        {
            var children = await writer.ReadChildrenAsync(level, cancel).ConfigureAwait(false);
            level = [.. children.Where(all.Add)];
        }

        var ordered = all.Order().ToList();
        if (ordered.Count > MaxAtOnce)
            await writer.AddDirtyAsync(ordered[MaxAtOnce..], cancel).ConfigureAwait(false);
        await DeriveSomeAsync(ordered[..Math.Min(MaxAtOnce, ordered.Count)], cancel).ConfigureAwait(false);
    }

    private async Task DeriveSomeAsync(IReadOnlyCollection<long> some, CancellationToken cancel)
    {
        var ids = some.Union(await writer.ReadNamesakesAsync(some, cancel).ConfigureAwait(false)).Order().ToList();
        var known = await ReadWithAncestorsAsync(ids, cancel).ConfigureAwait(false);
        var derived = ids.Where(known.ContainsKey).Select(id => (State: known[id], Result: new Derivation(known[id], known, descriptions).Derive())).ToList();
        await writer.WriteSubjectOutcomesAsync([.. derived.Select(d => d.Result.Outcome)], cancel).ConfigureAwait(false);

        var current = await writer.ReadOpportunitiesAsync(ids, cancel).ConfigureAwait(false);
        var terms = await InternTermsAsync(derived.SelectMany(d => d.Result.Drafts), cancel).ConfigureAwait(false);
        var namesakes = new Namesakes(writer, now);
        var wanted = await namesakes.NameAsync([.. derived.SelectMany(d => d.Result.Drafts.Select(draft => NewRow(d.State, draft, terms, descriptions)))], cancel).ConfigureAwait(false);

        var gone = current.Where(o => !wanted.ContainsKey(o.PublicId)).ToList();
        await writer.DeleteOpportunitiesAsync([.. gone.Select(o => o.PublicId)], now, cancel).ConfigureAwait(false);
        await namesakes.LeadOnAsync(gone, wanted, cancel).ConfigureAwait(false);
        var unchanged = current.ToDictionary(o => o.PublicId, o => (o.Hash, o.SubjectId), StringComparer.Ordinal);
        var news = wanted.Values.Where(w => unchanged.GetValueOrDefault(w.PublicId) != (w.Hash, w.SubjectId)).ToList();
        await writer.WriteOpportunitiesAsync(news, cancel).ConfigureAwait(false);
        await namesakes.HideTooAsync(news, cancel).ConfigureAwait(false);
        await new ScheduleKeeper(writer, now).KeepAsync(derived, cancel).ConfigureAwait(false);
        await new SameClassKeeper(writer, now).DerivedAsync(ids, current, news, cancel).ConfigureAwait(false);
    }

    private async Task<Dictionary<long, SubjectState>> ReadWithAncestorsAsync(List<long> ids, CancellationToken cancel)
    {
        var known = await writer.ReadSubjectsAsync(ids, cancel).ConfigureAwait(false);
        var level = known.Values.ToList();
        for (var depth = 0; depth < Derivation.MaxAncestors && level.Count > 0; depth++)
        {
            var parents = level.SelectMany(s => s.Fragments).Select(f => f.ParentId).OfType<long>().Where(id => !known.ContainsKey(id)).ToHashSet();
            if (parents.Count == 0)
                break;
            var states = await writer.ReadSubjectsAsync(parents, cancel).ConfigureAwait(false);
            level = [.. states.Values];
            level.ForEach(s => known[s.Id] = s);
        }

        return known;
    }

    private async ValueTask<Dictionary<string, int>> InternTermsAsync(IEnumerable<Draft> drafts, CancellationToken cancel)
    {
        var values = drafts.SelectMany(d => d.Description.Activities ?? []).Select(a => a.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return values.Count == 0 ? [] : await writer.InternTermsAsync(values, cancel).ConfigureAwait(false);
    }

    private static OpportunityRow NewRow(SubjectState subject, Draft draft, Dictionary<string, int> terms, Descriptions descriptions)
    {
        var description = draft.Description;
        var doc = draft.Fragment is null ? DescriptionCodec.Encode(description) : null;
        var flags = FlagsOf(draft);
        var point = flags.HasFlag(OpportunityFlags.Placed) ? description.Place!.Point : null;
        var split = draft.Split is null ? 0 : ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(string.Join(',', draft.Split)));
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
            Point = point,
            Likeness = ClassLikeness.Of(draft.Type, flags, description.Name, point),
            Starts = description.PeriodStart?.ToUnixTimeSeconds(),
            Ends = description.PeriodEnd?.ToUnixTimeSeconds(),
            Activities = [.. (description.Activities ?? []).Select(a => a.Id).OfType<string>().Select(id => terms[id]).Distinct()],
            Hash = HashOf(draft, doc is null ? draft.Fragment!.Hash : ContentHash.Of(doc), flags, split),
            Facets = Facets.Of(description),
            Words = descriptions.WordsOf(draft),
            Doc = doc,
        };
    }

    private static long HashOf(Draft draft, long content, OpportunityFlags flags, long split) =>
        ContentHash.Mix(content, (long)draft.Type, (long)flags, split, draft.FeedId, draft.Fragment?.Id ?? 0, draft.ModifiedAt ?? 0);

    private static OpportunityFlags FlagsOf(Draft draft)
    {
        var online = draft.Description.Attendance is AttendanceMode.Online or AttendanceMode.Mixed;
        var placed = draft.Description.Attendance != AttendanceMode.Online && draft.Description.Place?.Point is not null;
        return (online ? OpportunityFlags.Online : OpportunityFlags.None)
            | (placed ? OpportunityFlags.Placed : OpportunityFlags.None)
            | (draft.Split is null ? OpportunityFlags.None : OpportunityFlags.Split)
            | (draft.HasParts ? OpportunityFlags.Parts : OpportunityFlags.None)
            | (draft.Description.Status is SessionStatus.Cancelled or SessionStatus.Postponed ? OpportunityFlags.Off : OpportunityFlags.None);
    }
}
