using System.Globalization;
using Signposting.Store.Opportunities;
using Signposting.Store.Schedules;

namespace Signposting.Store.Tests.Schedules;

public sealed class ExpansionTests
{
    private static readonly Recurrence Weekly = new() { Start = new(10, 0), Unit = RepeatUnit.Week, From = Day("2026-11-03"), Seconds = 3600 };

    [Fact]
    public void Without_byDay_the_day_of_the_week_is_that_of_the_start() =>
        Assert.Equal(["2026-11-24", "2026-12-01"], Days(Weekly, "2026-11-18", "2026-12-02"));

    [Fact]
    public void Every_second_week_is_counted_from_the_week_of_the_start() => Assert.Equal(
        ["2026-11-16", "2026-11-20", "2026-11-30", "2026-12-04"],
        Days(Weekly with { Every = 2, Days = [new(1, 0), new(5, 0)] }, "2026-11-09", "2026-12-10"));

    [Fact]
    public void The_second_Tuesday_and_the_last_Friday_of_the_month() => Assert.Equal(
        ["2026-11-10", "2026-11-27", "2026-12-08", "2026-12-25"],
        Days(Weekly with { Unit = RepeatUnit.Month, Days = [new(2, 2), new(5, -1)] }, "2026-11-01", "2026-12-31"));

    [Fact]
    public void The_31st_is_left_out_where_there_is_none_and_minus_one_is_the_last_day() => Assert.Equal(
        ["2026-12-31", "2027-01-31", "2027-02-28"],
        Days(Weekly with { Unit = RepeatUnit.Month, MonthDays = [31, -1] }, "2026-12-01", "2027-02-28"));

    [Fact]
    public void Only_in_the_months_named() =>
        Assert.Equal(["2026-12-01", "2026-12-08"], Days(Weekly with { Months = [12] }, "2026-11-01", "2026-12-09"));

    [Fact]
    public void A_count_includes_the_days_that_are_excepted() =>
        Assert.Equal(["2026-11-03", "2026-11-17"], Days(Weekly with { Count = 3, Except = [Day("2026-11-10")] }, "2026-11-01", "2026-12-31"));

    [Fact]
    public void The_last_day_is_included() => Assert.Equal(["2026-11-24"], Days(Weekly with { To = Day("2026-11-24") }, "2026-11-18", "2026-12-31"));

    [Theory]
    [InlineData("2026-10-24", "2026-10-24T09:00Z", "2026-10-25T10:00Z")]
    [InlineData("2027-03-27", "2027-03-27T10:00Z", "2027-03-28T09:00Z")]
    public void Ten_o_clock_stays_ten_o_clock_when_the_clocks_change(string from, string before, string after)
    {
        var daily = Weekly with { Unit = RepeatUnit.Day, From = Day("2026-01-01") };
        Assert.Equal([Seconds(before), Seconds(after)], Starts(daily, Seconds($"{from}T00:00Z"), 2));
    }

    [Theory]
    [InlineData("2026-10-25", "2026-10-25T00:30Z")]
    [InlineData("2027-03-28", "2027-03-28T01:30Z")]
    public void Half_past_one_is_the_earlier_one_in_October_and_half_past_two_in_March(string day, string start)
    {
        var once = Weekly with { Unit = RepeatUnit.Once, From = Day(day), Start = new(1, 30) };
        Assert.Equal([Seconds(start)], Starts(once, Seconds($"{day}T00:00Z"), 2));
    }

    [Fact]
    public void A_time_in_another_zone_is_that_of_its_clocks() => Assert.Equal(
        [Seconds("2026-11-03T15:00Z")],
        Starts(Weekly with { Zone = "America/New_York" }, Seconds("2026-11-01T00:00Z"), 7));

    [Fact]
    public void What_begins_at_midnight_belongs_to_its_own_day_in_summer() => Assert.Equal(
        [Seconds("2026-06-29T23:00Z")],
        Starts(Weekly with { From = Day("2026-06-30"), Start = TimeOnly.MinValue }, Seconds("2026-06-29T00:00Z"), 1));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static long Seconds(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUnixTimeSeconds();

    private static IEnumerable<string> Days(Recurrence recurrence, string first, string last) =>
        Expansion.Days(recurrence, Day(first), Day(last)).Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static IEnumerable<long> Starts(Recurrence recurrence, long from, int days) =>
        Expansion.Starts(recurrence, from, from + (days * 86_400L)).Select(occurrence => occurrence.Start);
}
