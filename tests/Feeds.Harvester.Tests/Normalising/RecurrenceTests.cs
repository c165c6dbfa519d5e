using Signposting.Store.Opportunities;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

/// <summary>Full Schedules as publishers write them.</summary>
public sealed class RecurrenceTests
{
    private const string Weekly = """ "@type":"Schedule","startTime":"10:00","startDate":"2026-09-01","repeatFrequency":"P1W" """;

    [Fact]
    public void A_weekly_schedule_is_read()
    {
        var recurrence = One($$"""{ {{Weekly}},"endTime":"11:30","endDate":"2026-12-15","byDay":"https://schema.org/Tuesday","scheduleTimezone":"Europe/London"}""");
        Assert.Equal((new TimeOnly(10, 0), 5400, RepeatUnit.Week, 1), (recurrence.Start, recurrence.Seconds, recurrence.Unit, recurrence.Every));
        Assert.Equal((new DateOnly(2026, 9, 1), new DateOnly(2026, 12, 15), null), (recurrence.From, recurrence.To, recurrence.Zone));
        Assert.Equal([new RepeatDay(2, 0)], recurrence.Days!);
    }

    [Theory]
    [InlineData("""["https://schema.org/Monday","http://schema.org/Friday"]""", "1/0 5/0")]
    [InlineData("""["schema:Monday","Friday"]""", "1/0 5/0")]
    [InlineData("""["MO","FR"]""", "1/0 5/0")]
    [InlineData("""["2MO","-1FR","+1SU"]""", "1/2 5/-1 7/1")]
    [InlineData(""" "WE" """, "3/0")]
    [InlineData("""["https://schema.org/Monday","https://schema.org/PublicHolidays"]""", "1/0")]
    public void Days_come_in_every_form(string byDay, string days) =>
        Assert.Equal(days, string.Join(' ', One($$"""{ {{Weekly}},"byDay":{{byDay}}}""").Days!.Select(day => $"{day.Weekday}/{day.Ordinal}")));

    [Theory]
    [InlineData("P1D", RepeatUnit.Day, 1)]
    [InlineData("P7D", RepeatUnit.Week, 1)]
    [InlineData("P2W", RepeatUnit.Week, 2)]
    [InlineData("P14D", RepeatUnit.Week, 2)]
    [InlineData("P1M", RepeatUnit.Month, 1)]
    [InlineData("P1Y", RepeatUnit.Year, 1)]
    public void Frequencies_come_in_every_unit(string frequency, RepeatUnit unit, int every)
    {
        var recurrence = One($$"""{"@type":"Schedule","startTime":"10:00","startDate":"2026-09-01","repeatFrequency":"{{frequency}}"}""");
        Assert.Equal((unit, every), (recurrence.Unit, recurrence.Every));
    }

    [Theory]
    [InlineData("2026-12-22", "2026-12-22")]
    [InlineData("2026-12-22T10:00:00Z", "2026-12-22")]
    [InlineData("2026-12-22T00:00:00Z", "2026-12-22")]
    [InlineData("2026-07-21T09:00:00Z", "2026-07-21")]
    [InlineData("2026-07-21T10:00:00.000Z", "2026-07-21")]
    [InlineData("2026-07-20T23:00:00Z", "2026-07-21")]
    [InlineData("2026-07-21T00:00:00+01:00", "2026-07-21")]
    public void A_day_is_excepted_as_date_and_as_time(string except, string day) => Assert.Equal(
        [DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)],
        One($$"""{ {{Weekly}},"byDay":"TU","exceptDate":["{{except}}"]}""").Except!);

    [Theory]
    [InlineData("""{"@type":"PartialSchedule","startTime":"10:00","startDate":"2026-09-01","repeatFrequency":"P1W"}""")]
    [InlineData("""{"startTime":"10:00","startDate":"2026-09-01","repeatFrequency":"P1W"}""")]
    public void What_is_no_full_schedule_is_only_described(string schedule)
    {
        var own = Normal.Series($$""" "name":"Yoga","eventSchedule":{{schedule}} """);
        Assert.Null(own.Recurrences);
        Assert.NotNull(own.Schedule);
        Assert.Null(own.Repairs);
    }

    [Theory]
    [InlineData("""{"@type":"Schedule","startDate":"2026-09-01","repeatFrequency":"P1W"}""", "startTime is not stated.")]
    [InlineData("""{"@type":"Schedule","startTime":"10:00","repeatFrequency":"P2W","byDay":"MO"}""", "repeatFrequency \"P2W\"")]
    [InlineData("""{"@type":"Schedule","startTime":"10:00","startDate":"2026-09-01","repeatFrequency":"weekly"}""", "repeatFrequency \"weekly\"")]
    [InlineData("""{"@type":"Schedule","startTime":"10:00","startDate":"2026-09-01","repeatFrequency":"P1W","byDay":["MO","Someday"]}""", "byDay")]
    [InlineData("""{"@type":"Schedule","startTime":"10:00","startDate":"2026-09-01","repeatFrequency":"P1W","exceptDate":"Christmas"}""", "exceptDate \"Christmas\"")]
    [InlineData("""{"@type":"Schedule","startTime":"10:00","startDate":"2026-09-01","repeatFrequency":"P1W","repeatCount":0}""", "repeatCount 0")]
    [InlineData("""{"@type":"Schedule","startTime":"10:00","startDate":"2026-09-01","endDate":"2026-12-01"}""", "repeatFrequency is not stated.")]
    [InlineData("""{"@type":"Schedule","startTime":"10:00","startDate":"2026-09-01","repeatFrequency":"P1W","scheduleTimezone":"Mars/Base"}""", "scheduleTimezone \"Mars/Base\"")]
    public void A_schedule_that_leaves_a_doubt_is_not_expanded_and_says_which(string schedule, string doubt)
    {
        var own = Normal.Series($$""" "name":"Yoga","eventSchedule":[{{schedule}}] """);
        Assert.Null(own.Recurrences);
        Assert.Contains(doubt, Assert.Single(own.Repairs!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_facility_has_opening_hours_and_no_sessions_by_schedule() => Assert.Null(Normal.Own(Normal.Change(
        $$"""{"@type":"FacilityUse","@id":"https://example.org/f/1","name":"Court","eventSchedule":{ {{Weekly}} } }""")).Recurrences);

    private static Recurrence One(string schedule) => Assert.Single(Normal.Series($$""" "name":"Yoga","eventSchedule":{{schedule}} """).Recurrences!);
}
