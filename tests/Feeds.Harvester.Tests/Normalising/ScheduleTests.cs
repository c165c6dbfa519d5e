using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("""{"byDay":["https://schema.org/Tuesday"],"startTime":"10:00","endTime":"11:00"}""", "Tuesdays 10:00–11:00")]
    [InlineData("""[{"byDay":"http://schema.org/Friday","startTime":"9:30:00","duration":"PT45M"}]""", "Fridays 09:30–10:15")]
    [InlineData("""{"byDay":["schema:Friday","MO","wed"],"startTime":"10:00"}""", "Mondays, Wednesdays and Fridays 10:00")]
    [InlineData("""{"byDay":["MO","TU","WE","TH","FR","SA","SU"],"startTime":"10:00","endTime":"10:30"}""", "Every day 10:00–10:30")]
    [InlineData("""{"byDay":["2MO","-1FR"],"startTime":"10:00"}""", "2nd Monday of the month and last Friday of the month 10:00")]
    [InlineData("""{"byDay":["SU","https://schema.org/PublicHolidays"],"startTime":"10:00"}""", "Sundays and public holidays 10:00")]
    [InlineData("""{"byDay":["TU"],"repeatFrequency":"P14D","startTime":"10:00"}""", "Tuesdays 10:00, every 2 weeks")]
    [InlineData("""{"byDay":["TU"],"repeatFrequency":"P7D"}""", "Tuesdays")]
    [InlineData("""{"repeatFrequency":"P1D","startTime":"T10:00"}""", "Every day 10:00")]
    [InlineData("""{"repeatFrequency":"P2W","startTime":"10:00"}""", "Every 2 weeks 10:00")]
    [InlineData("""{"byMonthDay":[15,1,99],"startTime":"10:00"}""", "Day 1 and 15 of the month 10:00")]
    [InlineData("""[{"byDay":"MO","startTime":"10:00"},{"byDay":"TU","startTime":"18:00"},{"byDay":"MO","startTime":"10:00"}]""", "Mondays 10:00; Tuesdays 18:00")]
    [InlineData("""{"byDay":["someday",5,null,"9XX"],"startTime":"25:00","repeatFrequency":"often"}""", null)]
    [InlineData("\"weekly\"", null)]
    [InlineData("[]", null)]
    public void A_schedule_is_put_into_words(string schedule, string? expected) =>
        Assert.Equal(expected, Normal.Series($"\"eventSchedule\":{schedule}").Schedule);

    [Fact]
    public void The_schedule_is_kept_as_published()
    {
        Assert.Equal("""{"byDay": "MO"}""", Normal.Series("\"eventSchedule\":{\"byDay\": \"MO\"}").ScheduleJson);
        Assert.Null(Normal.Series("\"eventSchedule\":\"weekly\"").ScheduleJson);
        Assert.Null(Normal.Series($"\"eventSchedule\":{{\"x\":\"{new string('x', 9_000)}\"}}").ScheduleJson);
    }

    [Fact]
    public void At_most_six_schedules_are_put_into_words()
    {
        var schedules = string.Join(',', Enumerable.Range(10, 9).Select(hour => $$"""{"byDay":"MO","startTime":"{{hour}}:00"}"""));
        Assert.Equal(6, Normal.Series($"\"eventSchedule\":[{schedules}]").Schedule!.Split("; ").Length);
    }

    [Theory]
    [InlineData("""[{"startDate":"2026-02-01","endDate":"2026-02-10"},{"startDate":"2026-01-01","endDate":"2026-03-01"}]""", "2026-01-01T00:00Z", "2026-03-02T00:00Z")]
    [InlineData("""[{"startDate":"2026-02-01","endDate":"2026-02-10"},{"startDate":"2026-01-01"}]""", "2026-01-01T00:00Z", null)]
    public void Without_dates_of_its_own_a_series_has_those_of_its_schedules(string schedules, string from, string? to)
    {
        var own = Normal.Series($"\"eventSchedule\":{schedules}");
        Assert.Equal(Normal.Time(from), own.PeriodStart);
        Assert.Equal(to is null ? null : Normal.Time(to), own.PeriodEnd);
    }
}
