using System.Collections.Concurrent;

namespace Signposting.Api.Places;

/// <summary>Look-ups of the last hours, at most ten thousand, in memory only: a postcode that was asked for is written nowhere.</summary>
internal sealed class PlaceMemory(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<AskedPlace, (PlaceLookUp Answer, DateTimeOffset Until)> _known = new();

    public PlaceLookUp? Recall(AskedPlace asked) =>
        _known.TryGetValue(asked, out var kept) && kept.Until > time.GetUtcNow() ? kept.Answer : null;

    public void Keep(AskedPlace asked, PlaceLookUp answer)
    {
        // Starting afresh costs a few calls to postcodes.io a day; keeping track of what was used last costs every search.
        if (_known.Count >= Most)
            _known.Clear();
        _known[asked] = (answer, time.GetUtcNow() + Lifetime);
    }
}
