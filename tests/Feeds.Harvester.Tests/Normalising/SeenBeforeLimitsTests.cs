using Feeds.Harvester.Normalising;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

/// <summary>How much is remembered, and that nothing is remembered of other bytes.</summary>
public sealed class SeenBeforeLimitsTests
{
    private readonly SeenBefore<string> seen = new(32_768);

    [Fact]
    public void All_the_venues_of_a_country_are_remembered()
    {
        MeetTwice(10_000, 400);
        Assert.InRange(Known(10_000, 400), 9_900, 10_000);
    }

    [Fact]
    public void What_is_remembered_has_a_limit_in_bytes_and_is_forgotten_for_what_is_newer()
    {
        MeetTwice(20_000, 2_000);
        Assert.InRange(Known(20_000, 2_000), 1, 32_768 * 1_024 / (4 * 2_000));
        Assert.True(seen.TryGet(Raw(19_999, 2_000), out _, out _));
    }

    [Fact]
    public void What_is_very_long_is_not_remembered()
    {
        MeetTwice(3, 2_049);
        Assert.Equal(0, Known(3, 2_049));
    }

    [Fact]
    public void Threads_that_write_at_the_same_time_find_nothing_of_other_bytes() => Parallel.For(0, 4, thread =>
    {
        var small = new Random(thread);
        for (var turn = 0; turn < 200_000; turn++)
        {
            var number = small.Next(100_000) >> small.Next(12);
            var raw = Raw(number, 200);
            if (!seen.TryGet(raw, out var made, out var hash))
                seen.Keep(raw, hash, $"{number}");
            else
                Assert.Equal($"{number}", made);
        }
    });

    private void MeetTwice(int values, int length)
    {
        for (var i = 0; i < values * 2; i++)
        {
            var raw = Raw(i / 2, length);
            Assert.False(seen.TryGet(raw, out _, out var hash));
            seen.Keep(raw, hash, $"{i / 2}");
        }
    }

    private int Known(int values, int length) => Enumerable.Range(0, values).Count(i => seen.TryGet(Raw(i, length), out var made, out _) && made == $"{i}");

    private static byte[] Raw(int number, int length)
    {
        var raw = new byte[length];
        BitConverter.TryWriteBytes(raw.AsSpan(length / 2), number);
        return raw;
    }
}
