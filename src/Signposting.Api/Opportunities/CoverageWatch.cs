using Signposting.Api.Hosting;

namespace Signposting.Api.Opportunities;

/// <summary>What answers say of how far the feeds are read, asked of the store at most once a second.</summary>
internal sealed class CoverageWatch(StoreAccess store, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private Known? _known;

    public async Task<CoverageAnswer> ReadAsync(CancellationToken cancel)
    {
        // The first page of the first feed changes what an empty answer means, so nothing is not remembered.
        if (_known is { Answer.State: not CoverageAnswer.None } known && time.GetElapsedTime(known.At) < Fresh)
            return known.Answer;
        var (at, coverage) = (time.GetTimestamp(), await store.Store.ReadCoverageAsync(cancel));
        var answer = CoverageAnswer.Of(coverage);
        _known = new Known(at, answer);
        return answer;
    }

    private sealed record Known(long At, CoverageAnswer Answer);
}
