using Feeds.Harvester.Http;

namespace Feeds.Harvester.Harvesting;

/// <summary>How long to leave something alone that failed, when nobody said so.</summary>
internal static class Waits
{
    private const int MostDoublings = 6;
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>What the publisher asked for; otherwise 1, 2, 4 … minutes up to an hour, each with up to a fifth more by
    /// chance, so that feeds which failed together are not tried together.</summary>
    public static DateTimeOffset NextTry(Fault? fault, int failures, DateTimeOffset now, Random random)
    {
        if (fault?.RetryAt is { } asked && asked > now)
            return asked;
        var wait = First * (1 << Math.Clamp(failures - 1, 0, MostDoublings));
        return now + ((wait < Longest ? wait : Longest) * (1 + (random.NextDouble() / 5)));
    }
}
