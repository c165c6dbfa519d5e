using Feeds.Harvester.Http;

namespace Feeds.Harvester.Rpde;

/// <summary>How long to wait at the end of a feed.</summary>
public static class Polling
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>What RPDE asks for when a publisher says nothing.</summary>
    public static TimeSpan Shortest { get; } = TimeSpan.FromSeconds(8);

    /// <summary>The wait before the last page is asked for again: what its cache headers say (<c>max-age</c> before
    /// <c>Expires</c>), at least <paramref name="minimum"/>, at most an hour.</summary>
    public static TimeSpan NextDelay(CacheInfo cache, TimeSpan minimum)
    {
        var asked = cache.MaxAge ?? cache.ExpiresIn ?? TimeSpan.Zero;
        var wait = asked > minimum ? asked : minimum;
        return wait > Longest ? Longest : wait;
    }
}
