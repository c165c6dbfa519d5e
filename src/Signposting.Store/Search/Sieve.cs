using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>A candidate that passed, its distance, filters it passed only because nothing is stated, and its rank.</summary>
internal readonly record struct Passed(Candidate Candidate, double Distance, Unstated Unstated, int Rank);

/// <summary>Lets candidates pass by filters, words and ranking. Records are read only where the card beside the spatial index cannot decide.</summary>
internal sealed class Sieve(IStoreReader reader, OpportunityQuery query, FilterCheck check)
{
    /// <summary>The rank of what has to be read before it has one.</summary>
    private const int Unread = -1;

    private readonly Dictionary<long, (StoredOpportunity Stored, Description Description)> _read = [];
    private readonly GuessCheck _guesses = new(query);

    /// <returns>Those that passed, in the order in which they came.</returns>
    public async ValueTask<List<Passed>> PassAsync(IEnumerable<Near> near, CancellationToken cancel)
    {
        var passed = new List<Passed>();
        var isReadFirst = query.Filters.Words is not null || _guesses.IsNeeded;
        var ranking = isReadFirst ? null : query.Ranking;
        foreach (var (candidate, distance) in near)
        {
            if ((candidate.Flags & (OpportunityFlags.Off | OpportunityFlags.Spoken)) == 0 && check.Of(candidate) is { } unstated)
                Rank(ranking, new Passed(candidate, distance, unstated, 0), passed);
        }

        if (isReadFirst)
        {
            await ReadAsync(passed.Select(p => p.Candidate), cancel).ConfigureAwait(false);
            passed.RemoveAll(p => !_read.TryGetValue(p.Candidate.Id, out var record) || !IsWanted(record.Description));
            if (query.Ranking is not null)
                passed = passed.ConvertAll(one => one with { Rank = Unread });
        }

        return passed.Exists(one => one.Rank == Unread) ? await ReadAndRankAsync(query.Ranking!, passed, cancel).ConfigureAwait(false) : passed;
    }

    /// <summary>A record that was read already; null when not.</summary>
    public (StoredOpportunity Stored, Description Description)? Record(long id) => _read.TryGetValue(id, out var record) ? record : null;

    // What a card cannot tell: the words, and whether a filter passed only by a guess.
    private bool IsWanted(Description description) =>
        query.Filters.Words?.AreIn(description) != false && !(_guesses.IsNeeded && _guesses.IsGuessed(description));

    private static void Rank(OpportunityRanking? ranking, in Passed one, List<Passed> ranked)
    {
        if (ranking is null)
        {
            ranked.Add(one);
            return;
        }

        var learnt = one.Candidate.Learnt;
        if (!ranking.TryRank(CardOf(one.Candidate), ref learnt, out var rank))
        {
            ranked.Add(one with { Rank = Unread });
            return;
        }

        one.Candidate.Learnt = learnt;
        if (rank is { } place)
            ranked.Add(one with { Rank = place });
    }

    /// <summary>Ranks what has to be read, in its place: a cursor goes on behind the last one shown, and would lose what had been put after it.</summary>
    private async ValueTask<List<Passed>> ReadAndRankAsync(OpportunityRanking ranking, List<Passed> passed, CancellationToken cancel)
    {
        await ReadAsync(passed.Where(one => one.Rank == Unread).Select(one => one.Candidate), cancel).ConfigureAwait(false);
        var ranked = new List<Passed>(passed.Count);
        foreach (var one in passed)
        {
            if (one.Rank != Unread)
            {
                ranked.Add(one);
                continue;
            }

            // A record that is gone is no result.
            if (!_read.TryGetValue(one.Candidate.Id, out var record))
                continue;
            ranking.Read(CardOf(one.Candidate), record.Description);
            Rank(ranking, one, ranked);
        }

        return ranked;
    }

    private async ValueTask ReadAsync(IEnumerable<Candidate> candidates, CancellationToken cancel)
    {
        var ids = candidates.Select(c => c.Id).Where(id => !_read.ContainsKey(id)).ToList();
        if (ids.Count == 0)
            return;
        foreach (var (id, stored) in await reader.ReadOpportunitiesAsync(ids, cancel).ConfigureAwait(false))
            _read[id] = (stored, DescriptionCodec.Decode(stored.Doc));
    }

    public static OpportunityCard CardOf(Candidate candidate) => new(candidate.Id, candidate.Hash);
}
