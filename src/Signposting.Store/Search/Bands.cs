using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>Candidates by bands of distance (1, 2, 5, 10, 25, 50 km), each read when it is first asked for.</summary>
internal sealed class Bands(IStoreReader reader, CardMemory cards, Sieve sieve, OpportunityQuery query, CandidateFilter filter)
{
    private static readonly double[] Edges = [1_000, 2_000, 5_000, 10_000, 25_000, 50_000];

    private readonly Dictionary<int, List<Passed>> _read = [];
    private IReadOnlyList<Candidate>? _few;

    /// <summary>How many bands the radius reaches into.</summary>
    public int Count { get; } = Of(query.RadiusMetres) + 1;

    public static int Of(double metres)
    {
        var band = Array.FindIndex(Edges, edge => metres <= edge);
        return band < 0 ? Edges.Length - 1 : band;
    }

    public async ValueTask<List<Passed>> ReadAsync(int band, CancellationToken cancel)
    {
        if (_read.TryGetValue(band, out var known))
            return known;
        var centre = query.Centre!.Value;
        var (inner, outer) = (band == 0 ? -1 : Edges[band - 1], Math.Min(query.RadiusMetres, Edges[band]));
        var inBand = (await CandidatesAsync(outer, cancel).ConfigureAwait(false))
            .Where(c => c.Point is { } point && centre.DistanceTo(point) is var distance && distance > inner && distance <= outer);
        return _read[band] = await sieve.PassAsync(inBand, cancel).ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<Candidate>> CandidatesAsync(double outer, CancellationToken cancel)
    {
        if (filter.Activities is not null && _read.Count == 0)
            _few = await reader.ReadFewAsync(filter, NearestWalk.Few, cancel).ConfigureAwait(false);
        return _few ?? await cards.ReadBoxAsync(reader, NearestWalk.BoxAround(query.Centre!.Value, outer), filter, cancel).ConfigureAwait(false);
    }
}
