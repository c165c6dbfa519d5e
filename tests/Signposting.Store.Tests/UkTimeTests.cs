using Signposting.Store.Opportunities;

namespace Signposting.Store.Tests;

public sealed class UkTimeTests
{
    [Fact]
    public void Every_instant_has_the_offset_of_London_in_whatever_order_they_are_asked_for()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var random = new Random(1);
        var from = new DateTimeOffset(1840, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var minutes = Enumerable.Range(0, 40_000).Select(i => i % 2 == 0 ? random.Next(0, 115_000_000) : 97_800_000 + (i * 25));
        foreach (var minute in minutes)
        {
            var instant = from.AddMinutes(minute);
            Assert.Equal(TimeZoneInfo.ConvertTime(instant, zone), UkTime.Of(instant));
            Assert.Equal(zone.GetUtcOffset(instant), UkTime.Of(instant).Offset);
        }
    }
}
