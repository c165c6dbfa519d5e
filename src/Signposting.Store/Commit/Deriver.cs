using Signposting.Store.SameClass;
using Signposting.Store.Schedules;

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
            await DeriveSomeAsync(Ordered(waiting), cancel).ConfigureAwait(false);
        }
        while (drain);
        return taken;
    }

    /// <summary>Derives the dirty ones now; their descendants too when they are few, otherwise by the queue.</summary>
    private async Task SpreadAsync(HashSet<long> dirty, CancellationToken cancel)
    {
        var ordered = Ordered(await WithDescendantsAsync(dirty, cancel).ConfigureAwait(false));
        if (ordered.Count > MaxAtOnce)
        {
            await writer.AddDirtyAsync(ordered[MaxAtOnce..], cancel).ConfigureAwait(false);
            ordered = ordered[..MaxAtOnce];
        }

        await DeriveSomeAsync(ordered, cancel).ConfigureAwait(false);
    }

    /// <summary>Itself when nothing inherits from any.</summary>
    private async Task<HashSet<long>> WithDescendantsAsync(HashSet<long> dirty, CancellationToken cancel)
    {
        var all = dirty;
        var level = dirty;
        for (var depth = 0; depth < Derivation.MaxAncestors && level.Count > 0; depth++)
        {
            var children = await writer.ReadChildrenAsync(level, cancel).ConfigureAwait(false);
            if (children.Count == 0)
                break;
            if (depth == 0)
                all = [.. dirty];
            level = [.. children.Where(all.Add)];
        }

        return all;
    }

    private static List<long> Ordered(IEnumerable<long> ids)
    {
        var ordered = new List<long>(ids);
        ordered.Sort();
        return ordered;
    }

    /// <param name="some">In order.</param>
    /// <param name="cancel">Gives up.</param>
    private async Task DeriveSomeAsync(List<long> some, CancellationToken cancel)
    {
        var namesakes = await writer.ReadNamesakesAsync(some, cancel).ConfigureAwait(false);
        var ids = namesakes.Count == 0 ? some : Ordered(some.Union(namesakes));
        var known = await ReadWithAncestorsAsync(ids, cancel).ConfigureAwait(false);
        var derived = new List<Derived>(ids.Count);
        foreach (var id in ids)
        {
            if (known.TryGetValue(id, out var state))
                derived.Add(new Derivation(state, known, descriptions).Derive());
        }

        await writer.WriteSubjectOutcomesAsync(derived, cancel).ConfigureAwait(false);
        var current = await writer.ReadOpportunitiesAsync(ids, cancel).ConfigureAwait(false);
        var rows = await new OpportunityRows(writer).OfAsync(derived, cancel).ConfigureAwait(false);
        var news = await WriteAsync(current, rows, cancel).ConfigureAwait(false);
        await new ScheduleKeeper(writer, now).KeepAsync(derived, cancel).ConfigureAwait(false);
        await new SameClassKeeper(writer, now).DerivedAsync(ids, current, news, cancel).ConfigureAwait(false);
    }

    /// <returns>What is offered now and is different.</returns>
    private async Task<List<OpportunityRow>> WriteAsync(IReadOnlyList<OpportunityRow> current, List<OpportunityRow> rows, CancellationToken cancel)
    {
        var namesakes = new Namesakes(writer, now);
        var wanted = await namesakes.NameAsync(rows, cancel).ConfigureAwait(false);
        var news = wanted.Values.ToList();
        if (current.Count > 0)
        {
            var gone = current.Where(o => !wanted.ContainsKey(o.PublicId)).ToList();
            await writer.DeleteOpportunitiesAsync([.. gone.Select(o => o.PublicId)], now, cancel).ConfigureAwait(false);
            await namesakes.LeadOnAsync(gone, wanted, cancel).ConfigureAwait(false);
            var unchanged = current.ToDictionary(o => o.PublicId, o => (o.Hash, o.SubjectId), StringComparer.Ordinal);
            news.RemoveAll(w => unchanged.GetValueOrDefault(w.PublicId) == (w.Hash, w.SubjectId));
        }

        await writer.WriteOpportunitiesAsync(news, cancel).ConfigureAwait(false);
        await namesakes.HideTooAsync(news, cancel).ConfigureAwait(false);
        return news;
    }

    private async Task<Dictionary<long, SubjectState>> ReadWithAncestorsAsync(List<long> ids, CancellationToken cancel)
    {
        var known = await writer.ReadSubjectsAsync(ids, cancel).ConfigureAwait(false);
        IReadOnlyCollection<SubjectState> level = known.Values;
        for (var depth = 0; depth < Derivation.MaxAncestors; depth++)
        {
            var parents = ParentsOf(level, known);
            if (parents.Count == 0)
                break;
            var states = await writer.ReadSubjectsAsync(parents, cancel).ConfigureAwait(false);
            foreach (var state in states.Values)
                known[state.Id] = state;
            level = states.Values;
        }

        return known;
    }

    /// <summary>Parents that are not known yet.</summary>
    private static HashSet<long> ParentsOf(IReadOnlyCollection<SubjectState> level, Dictionary<long, SubjectState> known)
    {
        var parents = new HashSet<long>();
        foreach (var state in level)
        {
            for (var i = 0; i < state.Fragments.Length; i++)
            {
                if (state.Fragments[i].ParentId is { } parent && !known.ContainsKey(parent))
                    parents.Add(parent);
            }
        }

        return parents;
    }
}
