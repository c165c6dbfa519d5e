using Signposting.Store.Harvest;

namespace Signposting.Store.Commit;

/// <summary>A statement, and what takes its place.</summary>
internal sealed record Restated(KeptStatement Statement, byte[] Doc);

/// <summary>Writes what is now read in kept statements that are still what is held, and derives what follows from it.</summary>
internal sealed class Restating(IStoreWriter writer, long now)
{
    private readonly HashSet<long> _dirty = [];

    /// <returns>How many were replaced.</returns>
    public async Task<int> WriteAsync(List<Restated> news, CancellationToken cancel)
    {
        // Only to take the writers' lock: what is read now is what is replaced.
        await writer.LockFeedAsync(news[0].Statement.FeedId, cancel).ConfigureAwait(false);
        var subjects = await writer.ReadSubjectsAsync([.. news.Select(n => n.Statement.SubjectId).Distinct()], cancel).ConfigureAwait(false);
        var replaced = await OfSessionsAsync(news.FindAll(n => n.Statement.Speaker == Speaker.Sessions), subjects, cancel).ConfigureAwait(false)
            + await OfParentsAsync(news.FindAll(n => n.Statement.Speaker == Speaker.Children), subjects, cancel).ConfigureAwait(false);
        await new Deriver(writer, new Descriptions(), now).DeriveAsync(_dirty, drain: false, cancel).ConfigureAwait(false);
        return replaced;
    }

    /// <summary>Another session may state already what this one says now, and each statement is kept once.</summary>
    private async Task<int> OfSessionsAsync(List<Restated> news, Dictionary<long, SubjectState> subjects, CancellationToken cancel)
    {
        var moves = new List<(VariantRow From, VariantRow To)>(news.Count);
        foreach (var (statement, doc) in news)
        {
            var held = subjects.GetValueOrDefault(statement.SubjectId)?.Variants.FirstOrDefault(v => v.Id == statement.Id);
            if (held is not null)
                moves.Add((held, held with { Doc = doc, Hash = ContentHash.Of(doc) }));
        }

        if (moves.Count == 0)
            return 0;
        var ids = await writer.InternVariantsAsync([.. moves.Select(m => m.To).DistinctBy(v => (v.SubjectId, v.Hash))], cancel).ConfigureAwait(false);
        await writer.MoveSessionsAsync([.. moves.Select(m => (m.From.SubjectId, m.From.Id, ids[(m.To.SubjectId, m.To.Hash)].Id))], cancel).ConfigureAwait(false);
        _dirty.UnionWith(moves.Select(m => m.From.SubjectId));
        return moves.Count;
    }

    private async Task<int> OfParentsAsync(List<Restated> news, Dictionary<long, SubjectState> subjects, CancellationToken cancel)
    {
        var rows = new List<FragmentRow>(news.Count);
        foreach (var (statement, doc) in news)
        {
            var held = subjects.GetValueOrDefault(statement.SubjectId)?.Fragments.FirstOrDefault(f => f.Id == statement.Id);
            if (held?.Doc.AsSpan().SequenceEqual(statement.Doc) == true)
                rows.Add(held with { Doc = doc, Hash = ContentHash.Of(doc, (long)held.Type, held.ParentId ?? 0) });
        }

        _dirty.UnionWith(await writer.WriteFragmentsAsync(rows, cancel).ConfigureAwait(false));
        return rows.Count;
    }
}
