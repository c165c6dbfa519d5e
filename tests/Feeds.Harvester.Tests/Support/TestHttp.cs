using Feeds.Harvester.Http;

namespace Feeds.Harvester.Tests.Support;

/// <summary>Clients for tests: they trust the given servers, and their waits take no time.</summary>
public static class TestHttp
{
    /// <summary>A clock on which every wait is over at once, while time limits never pass.</summary>
    public static FakeTime Clock() => new() { SkipsUpTo = TimeSpan.FromSeconds(29) };

    /// <summary>Options that trust these servers and run on <see cref="Clock"/>.</summary>
    public static FeedHttpOptions Options(params ScriptedServer[] trusted) => new()
    {
        TrustedOrigins = TrustedOrigins.Parse(trusted.Select(server => server.Origin)),
        Time = Clock(),
        LongestWait = TimeSpan.FromSeconds(20),
        Random = new Random(1),
    };

    /// <summary>A client with <see cref="Options"/>.</summary>
    public static FeedHttp Trusting(params ScriptedServer[] trusted) => new(Options(trusted));
}
