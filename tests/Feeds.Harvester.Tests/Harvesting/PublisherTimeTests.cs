using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Rpde;
using Xunit;

namespace Feeds.Harvester.Tests.Harvesting;

public sealed class PublisherTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1_777_000_000)]
    [InlineData(1_777_000_000_000)]
    [InlineData(1_777_000_000_000_000)]
    [InlineData(639_126_968_000_000_000)]
    public void Seconds_milliseconds_microseconds_and_ticks_are_times(long modified) =>
        Assert.Equal(2026, PublisherTime.Read(Modified.OfInteger(modified), Now)?.Year);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(123_456)]
    [InlineData(1L << 60)]
    [InlineData(long.MaxValue)]
    [InlineData(4_102_444_800)]
    public void Counters_and_times_to_come_are_no_times(long modified) =>
        Assert.Null(PublisherTime.Read(Modified.OfInteger(modified), Now));
}
