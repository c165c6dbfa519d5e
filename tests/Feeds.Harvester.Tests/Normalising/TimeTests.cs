using Feeds.Harvester.Normalising;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

public sealed class TimeTests
{
    [Theory]
    [InlineData("2026-07-01T10:00:00Z", "2026-07-01T11:00:00+01:00")]
    [InlineData("2026-07-01T10:00:00.1234567891Z", "2026-07-01T11:00:00.1234567+01:00")]
    [InlineData("2026-07-01T10:00Z", "2026-07-01T11:00:00+01:00")]
    [InlineData("2026-12-01T10:00:00+02:00", "2026-12-01T08:00:00+00:00")]
    [InlineData("2026-12-01T10:00:00-0530", "2026-12-01T15:30:00+00:00")]
    [InlineData("2026-12-01T10:00:00+01", "2026-12-01T09:00:00+00:00")]
    [InlineData("2026-12-01T24:00:00Z", "2026-12-02T00:00:00+00:00")]
    [InlineData(" 2026-12-01t10:00:60z ", "2026-12-01T10:00:59+00:00")]
    public void A_time_with_an_offset_is_that_instant_shown_in_London(string text, string expected) => AssertStart(text, expected);

    [Theory]
    [InlineData("2026-07-01T10:00:00", "2026-07-01T10:00:00+01:00")]
    [InlineData("2026-12-01 10:00", "2026-12-01T10:00:00+00:00")]
    [InlineData("2026-10-25T01:30", "2026-10-25T01:30:00+01:00")]
    [InlineData("2026-03-29T01:30", "2026-03-29T02:30:00+01:00")]
    public void A_time_without_an_offset_is_Londons_and_never_UTC(string text, string expected) => AssertStart(text, expected);

    [Fact]
    public void An_escaped_offset_is_read() => AssertStart("2026-07-01T10:00:00\\u002B01:00", "2026-07-01T10:00:00+01:00");

    [Theory]
    [InlineData("2026-13-01T10:00")]
    [InlineData("2026-02-30T10:00")]
    [InlineData("2026-12-01T25:00")]
    [InlineData("2026-12-01T10:60")]
    [InlineData("2026-12-01T10:00:00+25:00")]
    [InlineData("2026-12-01T10:00:00Europe/London")]
    [InlineData("2026-12-01T")]
    [InlineData("01/12/2026 10:00")]
    [InlineData("10:00")]
    [InlineData("٢٠٢٦-12-01T10:00")]
    public void What_is_no_time_is_not_guessed(string text) =>
        Normal.Rejected(RejectionReasons.TimeUnreadable, Normal.Scheduled($"\"startDate\":\"{text}\""));

    [Theory]
    [InlineData("PT1H0M", 60)]
    [InlineData("PT1H30M", 90)]
    [InlineData("PT115M", 115)]
    [InlineData("PT1.5H", 90)]
    [InlineData("PT1,5H", 90)]
    [InlineData("P1D", 1440)]
    [InlineData("P1DT1H", 1500)]
    [InlineData("P1W", 10080)]
    [InlineData("PT0S", null)]
    [InlineData("P10Y", null)]
    [InlineData("PT999999999999999999999H", null)]
    [InlineData("-PT1H", null)]
    [InlineData("PT1H30", null)]
    [InlineData("P1H", null)]
    [InlineData("1:00", null)]
    [InlineData("PT", null)]
    public void Without_an_end_the_duration_tells_it(string duration, int? minutes)
    {
        var session = Normal.Session(Normal.Scheduled($"\"startDate\":\"2026-12-01T10:00Z\",\"duration\":\"{duration}\""));
        Assert.Equal(minutes is null ? null : session.Start.AddMinutes(minutes.Value), session.End);
    }

    [Theory]
    [InlineData("2026-12-01T09:00Z", "end-before-start: 2026-12-01T10:00Z to 2026-12-01T09:00Z")]
    [InlineData("9999-12-31T00:00Z", "end-date-dropped: 9999-12-31T00:00Z")]
    [InlineData("later", "end-date-dropped: later")]
    public void An_end_that_cannot_be_is_dropped_and_noted(string end, string note)
    {
        var change = Normal.Change($$"""{"@type":"Event","name":"x","startDate":"2026-12-01T10:00Z","endDate":"{{end}}"}""");
        Assert.Null(Normal.Session(change).End);
        Assert.Equal([note], Normal.Own(change).Repairs!);
    }

    [Fact]
    public void A_period_ends_with_its_last_day()
    {
        var own = Normal.Series("\"startDate\":\"2026-03-01\",\"endDate\":\"2026-03-29\"");
        Assert.Equal((Normal.Time("2026-03-01T00:00Z"), Normal.Time("2026-03-30T00:00+01:00")), (own.PeriodStart, own.PeriodEnd));
    }

    [Fact]
    public void A_period_that_cannot_be_read_is_dropped_and_noted()
    {
        var own = Normal.Series("\"startDate\":\"soon\",\"endDate\":\"0001-01-01\"");
        Assert.Null(own.PeriodStart);
        Assert.Equal(["start-date-dropped: soon", "end-date-dropped: 0001-01-01"], own.Repairs!);
    }

    private static void AssertStart(string text, string expected)
    {
        var start = Normal.Session(Normal.Scheduled($"\"startDate\":\"{text}\"")).Start;
        Assert.Equal(Normal.Time(expected), start);
        Assert.Equal(Normal.Time(expected).Offset, start.Offset);
    }
}
