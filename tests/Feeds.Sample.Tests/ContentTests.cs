using System.Globalization;
using System.Text.Json;

namespace Feeds.Sample.Tests;

public sealed class ContentTests
{
    private static readonly string[] _described = ["session-series", "facility-uses", "course-instances", "events", "on-demand-events"];

    [Fact]
    public async Task Every_opportunity_has_a_name_a_description_and_an_activity()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 1000);
        foreach (var feed in _described)
        {
            foreach (var data in await reader.DataAsync(feed))
            {
                Assert.InRange(data.GetProperty("description").GetString()!.Length, 60, 400);
                Assert.NotEmpty(data.GetProperty("name").GetString()!);
                Assert.StartsWith("https://openactive.io/activity-list#", data.GetProperty("activity")[0].GetProperty("@id").GetString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_place_is_in_England_unless_the_class_is_online()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 1000);
        var online = 0;
        foreach (var data in await reader.DataAsync("session-series"))
        {
            if (!data.TryGetProperty("location", out var location))
            {
                Assert.Equal("https://schema.org/OnlineEventAttendanceMode", data.GetProperty("eventAttendanceMode").GetString());
                online++;
                continue;
            }

            Assert.InRange(location.GetProperty("geo").GetProperty("latitude").GetDouble(), 50.0, 55.5);
            Assert.InRange(location.GetProperty("geo").GetProperty("longitude").GetDouble(), -5.7, 1.8);
        }

        Assert.InRange(online, 1, 60);
    }

    [Fact]
    public async Task Contact_details_lead_nowhere()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 1000);
        foreach (var organiser in (await reader.DataAsync("session-series")).Select(data => data.GetProperty("organizer")))
        {
            Assert.EndsWith(".example.org/", organiser.GetProperty("url").GetString(), StringComparison.Ordinal);
            if (organiser.TryGetProperty("email", out var email))
            {
                Assert.EndsWith(".example.org", email.GetString(), StringComparison.Ordinal);
            }

            if (organiser.TryGetProperty("telephone", out var telephone))
            {
                Assert.Matches(@"^(01632 960|020 7946 0|011[3-8] 496 0|0121 496 0|0151 496 0|0161 496 0|0191 498 0)\d{3}$", telephone.GetString());
            }
        }
    }

    [Fact]
    public async Task What_is_stated_is_stated_at_the_rates_that_were_set()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 10_000, pageSize: 5000);
        var series = await reader.DataAsync("session-series");
        double Share(string property) => series.Count(data => data.TryGetProperty(property, out _)) / (double)series.Count;
        Assert.InRange(Share("level"), 0.22, 0.28);
        Assert.InRange(Share("ageRange"), 0.25, 0.35);
        Assert.InRange(Share("genderRestriction"), 0.11, 0.19);
        Assert.InRange(Share("accessibilitySupport"), 0.03, 0.07);
        Assert.InRange(Share("beta:virtualLocation"), 0.01, 0.04);
    }

    [Fact]
    public async Task Prices_lie_between_nothing_and_twelve_pounds()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 1000);
        foreach (var data in await reader.DataAsync("session-series"))
        {
            var prices = data.GetProperty("offers").EnumerateArray().Select(offer => offer.GetProperty("price").GetDecimal()).ToList();
            Assert.All(prices, price => Assert.InRange(price, 0m, 12m));
            Assert.Equal(data.GetProperty("isAccessibleForFree").GetBoolean(), prices.Max() == 0);
        }
    }

    [Fact]
    public async Task Sessions_lie_in_the_coming_weeks_and_two_of_a_hundred_are_cancelled()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 1000, pageSize: 5000);
        var sessions = await reader.DataAsync("scheduled-sessions");
        foreach (var session in sessions)
        {
            var (start, end) = (session.GetProperty("startDate").GetDateTimeOffset(), session.GetProperty("endDate").GetDateTimeOffset());
            Assert.InRange(DateOnly.FromDateTime(start.DateTime), SampleReader.Day, SampleReader.Day.AddDays(34));
            Assert.True(end > start);
        }

        Assert.InRange(sessions.Count(IsCancelled), sessions.Count * 0.015, sessions.Count * 0.025);
    }

    [Fact]
    public async Task A_series_is_held_on_the_days_that_its_schedule_names()
    {
        await using var reader = await SampleReader.StartAsync();
        var days = (await reader.DataAsync("session-series")).Where(data => data.TryGetProperty("eventSchedule", out _)).ToDictionary(
            data => data.GetProperty("@id").GetString()!,
            data => data.GetProperty("eventSchedule")[0].GetProperty("byDay").EnumerateArray().Select(day => day.GetString()!).ToHashSet());
        foreach (var session in await reader.DataAsync("scheduled-sessions"))
        {
            var day = session.GetProperty("startDate").GetDateTimeOffset().DayOfWeek.ToString();
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"https://schema.org/{day}"), days[session.GetProperty("superEvent").GetString()!]);
        }
    }

    [Fact]
    public async Task Park_runs_are_on_Saturdays_at_nine()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 2000);
        var runs = (await reader.DataAsync("session-series")).Where(data => data.GetProperty("name").GetString() == "Saturday 5k Park Run").Select(data => data.GetProperty("@id").GetString()).ToHashSet();
        var starts = (await reader.DataAsync("scheduled-sessions")).Where(session => runs.Contains(session.GetProperty("superEvent").GetString())).Select(session => session.GetProperty("startDate").GetDateTimeOffset()).ToList();
        Assert.NotEmpty(starts);
        Assert.All(starts, start => Assert.Equal((DayOfWeek.Saturday, TimeSpan.FromHours(9)), (start.DayOfWeek, start.TimeOfDay)));
    }

    private static bool IsCancelled(JsonElement session) =>
        session.TryGetProperty("eventStatus", out var status) && status.GetString() == "https://schema.org/EventCancelled";
}
