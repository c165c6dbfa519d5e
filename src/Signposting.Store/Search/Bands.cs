using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>Candidates by bands of distance (1, 2, 5, 10, 25, 50 km), each read when it is first asked for.</summary>
internal sealed class Bands(IStoreReader reader, CardMemory cards, Sieve sieve, OpportunityQuery query, CandidateFilter filter)
{
    private static readonly double[] Edges = [1_000, 2_000, 5_000, 10_000, 25_000, 50_000];
    private static readonly List<Passed> None = [];

    private readonly Dictionary<int, Dictionary<(int Rank, bool IsStated), List<Passed>>> _read = [];
    private IReadOnlyList<Candidate>? _few;

    /// <summary>How many bands the radius reaches into.</summary>
    public int Count { get; } = Of(query.RadiusMetres) + 1;

    public static int Of(double metres)
    {
        var band = Array.FindIndex(Edges, edge => metres <= edge);
        return band < 0 ? Edges.Length - 1 : band;
    }

    /// <summary>Those of a band that have a rank.</summary>
    /// <param name="isStated">Whether they passed every filter by what their cards state, or only for want of a statement.</param>
    public async ValueTask<List<Passed>> ReadAsync(int band, int rank, bool isStated, CancellationToken cancel)
    {
        if (!_read.TryGetValue(band, out var groups))
            _read.Add(band, groups = await GroupAsync(band, cancel).ConfigureAwait(false));
        return groups.GetValueOrDefault((rank, isStated)) ?? None;
    }

    private async ValueTask<Dictionary<(int Rank, bool IsStated), List<Passed>>> GroupAsync(int band, CancellationToken cancel)
    {
        var ring = new Ring(query.Centre!.Value, band == 0 ? -1 : Edges[band - 1], Math.Min(query.RadiusMetres, Edges[band]));
        var groups = new Dictionary<(int Rank, bool IsStated), List<Passed>>();
        foreach (var one in await sieve.PassAsync(await CandidatesAsync(ring, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false))
        {
            var key = (one.Rank, one.Unstated == Unstated.None);
            if (!groups.TryGetValue(key, out var group))
                groups.Add(key, group = []);
            group.Add(one);
        }

        return groups;
    }

    private async ValueTask<List<Near>> CandidatesAsync(Ring ring, CancellationToken cancel)
    {
        if (filter.Activities is not null && _read.Count == 0)
            _few = await reader.ReadFewAsync(filter, NearestWalk.Few, cancel).ConfigureAwait(false);
        return _few is { } few ? ring.Of(few) : await cards.ReadAsync(reader, ring, filter, cancel).ConfigureAwait(false);
    }
}
