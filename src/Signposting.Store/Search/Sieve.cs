using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>A candidate that passed, its distance, filters it passed only because nothing is stated, and its rank.</summary>
internal readonly record struct Passed(Candidate Candidate, double Distance, Unstated Unstated, int Rank);

/// <summary>Lets candidates pass by filters, words and ranking. Records are read only where the card beside the spatial index cannot decide.</summary>
internal sealed class Sieve(IStoreReader reader, OpportunityQuery query, FilterCheck check)
{
    private readonly Dictionary<long, (StoredOpportunity Stored, Description Description)> _read = [];

    public async ValueTask<List<Passed>> PassAsync(IEnumerable<Near> near, CancellationToken cancel)
    {
        var passed = new List<Passed>();
        foreach (var (candidate, distance) in near)
        {
            if ((candidate.Flags & (OpportunityFlags.Off | OpportunityFlags.Spoken)) == 0 && check.Of(candidate) is { } unstated)
                passed.Add(new Passed(candidate, distance, unstated, 0));
        }

        if (query.Filters.Words is { } words)
        {
            await ReadAsync(passed.Select(p => p.Candidate), cancel).ConfigureAwait(false);
            passed.RemoveAll(p => !_read.TryGetValue(p.Candidate.Id, out var record) || !words.AreIn(record.Description));
        }

        return query.Ranking is { } ranking ? await RankAsync(ranking, passed, cancel).ConfigureAwait(false) : passed;
    }

    /// <summary>A record that was read already; null when not.</summary>
    public (StoredOpportunity Stored, Description Description)? Record(long id) => _read.TryGetValue(id, out var record) ? record : null;

    private async ValueTask<List<Passed>> RankAsync(OpportunityRanking ranking, List<Passed> passed, CancellationToken cancel)
    {
        var ranked = new List<Passed>(passed.Count);
        var unread = new List<Passed>();
        foreach (var one in passed)
        {
            var learnt = one.Candidate.Learnt;
            if (!ranking.TryRank(CardOf(one.Candidate), ref learnt, out var rank))
            {
                unread.Add(one);
                continue;
            }

            one.Candidate.Learnt = learnt;
            if (rank is { } place)
                ranked.Add(one with { Rank = place });
        }

        if (unread.Count == 0)
            return ranked;
        await ReadAsync(unread.Select(u => u.Candidate), cancel).ConfigureAwait(false);
        foreach (var (candidate, _, _, _) in unread)
        {
            if (_read.TryGetValue(candidate.Id, out var record))
                ranking.Read(CardOf(candidate), record.Description);
        }

        var lost = unread.Select(u => u.Candidate.Id).Where(id => !_read.ContainsKey(id)).ToHashSet();
        return await RankAsync(ranking, passed.FindAll(p => !lost.Contains(p.Candidate.Id)), cancel).ConfigureAwait(false);
    }

    private async ValueTask ReadAsync(IEnumerable<Candidate> candidates, CancellationToken cancel)
    {
        var ids = candidates.Select(c => c.Id).Where(id => !_read.ContainsKey(id)).ToList();
        if (ids.Count == 0)
            return;
        foreach (var (id, stored) in await reader.ReadOpportunitiesAsync(ids, cancel).ConfigureAwait(false))
            _read[id] = (stored, DescriptionCodec.Decode(stored.Doc));
    }

    private static OpportunityCard CardOf(Candidate candidate) => new(candidate.Id, candidate.Hash);
}
