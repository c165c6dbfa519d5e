using Signposting.Api.Opportunities;

namespace Signposting.Api.Tests.Opportunities;

public sealed class ScheduleTextTests
{
    [Theory]
    [InlineData("Tuesdays 10:00–11:00", "2026-06-16T10:00 2026-06-23T10:00")]
    [InlineData("Tuesdays and Thursdays 10:00–11:00", "2026-06-16T10:00 2026-06-18T10:00 2026-06-23T10:00 2026-06-25T10:00")]
    [InlineData("Tuesdays 10:00–11:00, Sundays 09:30–10:30", "2026-06-16T10:00 2026-06-21T09:30 2026-06-23T10:00 2026-06-28T09:30")]
    [InlineData(null, "2026-06-16T10:00")]
    [InlineData(null, "2026-06-16T10:00 2026-06-30T10:00")]
    [InlineData(null, "2026-06-16T10:00 2026-06-17T12:00 2026-06-23T10:00")]
    [InlineData(null, "")]
    public void A_weekly_habit_is_put_in_words_and_nothing_else_is(string? words, string starts)
    {
        var sessions = starts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(start => DateTimeOffset.Parse(start + ":00+01:00"))
            .Select(start => new SessionAnswer { Start = start, End = start.AddHours(1), Status = "scheduled" }).ToList();

        Assert.Equal(words, ScheduleText.Of(sessions));
    }

    [Fact]
    public void Without_an_end_only_the_start_is_named()
    {
        var start = DateTimeOffset.Parse("2026-06-16T10:00:00+01:00");
        SessionAnswer[] sessions = [new() { Start = start, Status = "scheduled" }, new() { Start = start.AddDays(7), Status = "scheduled" }];

        Assert.Equal("Tuesdays 10:00", ScheduleText.Of(sessions));
    }
}
