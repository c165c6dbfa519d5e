using System.Collections.Concurrent;
using Feeds.Harvester.Normalising;
using Signposting.Store;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Harvesting;

/// <summary>
/// The imported postcode directory, for the normaliser: what was looked up once is remembered, since thousands of records name
/// a few hundred venues. Without a directory it costs one look every minute. Safe for concurrent use.
/// </summary>
internal sealed class PostcodeMemory(SpatialStore store, TimeProvider time)
{
    private const int MostRemembered = 50_000;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>A new directory is imported a few times a year; what it moves may be an hour late.</summary>
    private static readonly TimeSpan LongestMemory = TimeSpan.FromHours(1);

    private volatile Look _look = new(HasDirectory: false, At: null, Known: []);

    /// <summary>What is known at this moment, for one page.</summary>
    public async Task<PostcodePoints> ForPageAsync(CancellationToken cancel)
    {
        var look = _look;
        if (look.At is not { } at || time.GetElapsedTime(at) > BetweenLooks)
            _look = look = await LookAsync(look, cancel);
        return look.HasDirectory ? new PostcodePoints(look.Known) : PostcodePoints.None;
    }

    /// <summary>What is known from now on, with a look at whether there is a directory.</summary>
    public Task<PostcodePoints> RefreshAsync(CancellationToken cancel)
    {
        _look = _look with { At = null };
        return ForPageAsync(cancel);
    }

    /// <summary>The points of postcodes that the page has asked for in vain; null where there is none.</summary>
    public async Task<IReadOnlyDictionary<string, GeoPoint?>> FetchAsync(IReadOnlyCollection<string> postcodes, CancellationToken cancel)
    {
        var found = await store.FindPostcodesAsync(postcodes, cancel);
        var answers = postcodes.ToDictionary(postcode => postcode, postcode => found.GetValueOrDefault(postcode)?.Point, StringComparer.Ordinal);
        var known = _look.Known;
        foreach (var (postcode, point) in answers)
            known[postcode] = point;
        return answers;
    }

    private async Task<Look> LookAsync(Look before, CancellationToken cancel)
    {
        var now = time.GetTimestamp();
        var hasDirectory = await store.HasPostcodesAsync(cancel);
        var isWorn = before.Known.Count > MostRemembered || hasDirectory != before.HasDirectory || time.GetElapsedTime(before.Since, now) > LongestMemory;
        return isWorn ? new Look(hasDirectory, now, []) { Since = now } : before with { At = now };
    }

    private sealed record Look(bool HasDirectory, long? At, ConcurrentDictionary<string, GeoPoint?> Known)
    {
        public long Since { get; init; }
    }
}
