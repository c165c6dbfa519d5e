using Feeds.Harvester.Http;
using Feeds.Harvester.Rpde;
using Xunit;

namespace Feeds.Harvester.Tests.Rpde;

public sealed class PollingTests
{
    [Theory]
    [InlineData(null, null, 8)]
    [InlineData(0, null, 8)]
    [InlineData(7, null, 8)]
    [InlineData(60, null, 60)]
    [InlineData(60, 900, 60)]
    [InlineData(null, 900, 900)]
    [InlineData(31_536_000, null, 3600)]
    public void The_wait_follows_the_cache_headers_between_the_minimum_and_an_hour(int? maxAge, int? expiresIn, int seconds)
    {
        var cache = new CacheInfo(Seconds(maxAge), Seconds(expiresIn));
        Assert.Equal(TimeSpan.FromSeconds(seconds), Polling.NextDelay(cache, Polling.Shortest));
    }

    [Fact]
    public void The_minimum_can_be_longer() =>
        Assert.Equal(TimeSpan.FromSeconds(30), Polling.NextDelay(default, TimeSpan.FromSeconds(30)));

    private static TimeSpan? Seconds(int? seconds) => seconds is { } given ? TimeSpan.FromSeconds(given) : null;
}
