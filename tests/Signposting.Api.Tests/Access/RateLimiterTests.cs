using System.Net;
using Signposting.Api.Access;

namespace Signposting.Api.Tests.Access;

public sealed class RateLimiterTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void As_many_as_allowed_go_through_and_the_next_one_when_the_minute_is_over()
    {
        var limiter = new RateLimiter(_clock);
        var client = RatePartition.Of("practice");

        Assert.Equal([(true, 1, 60), (true, 0, 60), (false, 0, 60)], Enumerable.Range(0, 3).Select(_ => Shown(limiter.Take(client, 2))));
        _clock.Move(TimeSpan.FromSeconds(59.5));
        Assert.Equal((false, 0, 1), Shown(limiter.Take(client, 2)));
        _clock.Move(TimeSpan.FromSeconds(0.5));
        Assert.Equal((true, 1, 60), Shown(limiter.Take(client, 2)));
    }

    [Fact]
    public void Clients_and_addresses_are_counted_apart()
    {
        var limiter = new RateLimiter(_clock);
        RatePartition[] all =
        [
            RatePartition.Of("a"), RatePartition.Of("b"), RatePartition.Of(IPAddress.Parse("192.0.2.1")), RatePartition.Of(IPAddress.Parse("192.0.2.2")),
            RatePartition.Of(IPAddress.Parse("2001:db8::1")), RatePartition.Of(IPAddress.Parse("2001:db8:0:1::1")),
        ];

        Assert.All(all, one => Assert.True(limiter.Take(one, 1).Allowed));
    }

    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1")]
    [InlineData("2001:db8::1", "2001:db8::ffff:1")]
    public void One_household_is_counted_once_however_its_address_is_written(string one, string other)
    {
        var limiter = new RateLimiter(_clock);

        Assert.True(limiter.Take(RatePartition.Of(IPAddress.Parse(one)), 1).Allowed);
        Assert.False(limiter.Take(RatePartition.Of(IPAddress.Parse(other)), 1).Allowed);
    }

    [Fact]
    public void Memory_is_bounded_and_the_callers_beyond_share_one_count()
    {
        var limiter = new RateLimiter(_clock);
        for (var i = 0; i < RateLimiter.MostPartitions; i++)
            Assert.True(limiter.Take(RatePartition.Of($"c{i}"), 1).Allowed);

        Assert.True(limiter.Take(RatePartition.Of("one more"), 1).Allowed);
        Assert.False(limiter.Take(RatePartition.Of("yet another"), 1).Allowed);
        Assert.InRange(limiter.Count, RateLimiter.MostPartitions, RateLimiter.MostPartitions + 1);

        _clock.Move(TimeSpan.FromMinutes(2));
        Assert.True(limiter.Take(RatePartition.Of("yet another"), 1).Allowed);
        Assert.Equal(1, limiter.Count);
    }

    private static (bool, int, int) Shown(RateState state) => (state.Allowed, state.Remaining, state.ResetSeconds);

    private sealed class Clock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Move(TimeSpan by) => _ticks += by.Ticks;
    }
}
