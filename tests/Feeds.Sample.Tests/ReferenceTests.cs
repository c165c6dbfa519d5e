using System.Text.Json;

namespace Feeds.Sample.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public async Task Every_session_belongs_to_a_series_that_is_published()
    {
        await using var reader = await SampleReader.StartAsync();
        var series = Ids(await reader.DataAsync("session-series"));
        var sessions = await reader.DataAsync("scheduled-sessions");
        Assert.NotEmpty(sessions);
        Assert.All(sessions, session => Assert.Contains(session.GetProperty("superEvent").GetString()!, series));
    }

    [Fact]
    public async Task Every_slot_belongs_to_a_facility_or_to_a_court_nested_in_one()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 600);
        var facilities = await reader.DataAsync("facility-uses");
        var (whole, nested) = (Ids(facilities), Ids([.. facilities.Where(HasUnits).SelectMany(facility => facility.GetProperty("individualFacilityUse").EnumerateArray())]));
        var parents = (await reader.DataAsync("slots")).ConvertAll(slot => slot.GetProperty("facilityUse").GetString()!);
        Assert.All(parents, parent => Assert.True(whole.Contains(parent) || nested.Contains(parent), parent));
        Assert.Contains(parents, whole.Contains);
        Assert.Contains(parents, nested.Contains);
    }

    [Fact]
    public async Task A_facility_with_courts_has_no_slots_of_its_own()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 600);
        var withCourts = Ids((await reader.DataAsync("facility-uses")).FindAll(HasUnits));
        Assert.DoesNotContain(await reader.DataAsync("slots"), slot => withCourts.Contains(slot.GetProperty("facilityUse").GetString()!));
    }

    [Fact]
    public async Task Courses_and_headline_events_embed_their_events()
    {
        await using var reader = await SampleReader.StartAsync();
        var courses = await reader.DataAsync("course-instances");
        var headlines = (await reader.DataAsync("events")).FindAll(data => data.GetProperty("@type").GetString() == "HeadlineEvent");
        Assert.NotEmpty(headlines);
        Assert.All(courses.Concat(headlines), parent => Assert.InRange(parent.GetProperty("subEvent").GetArrayLength(), 2, 12));
    }

    [Fact]
    public async Task No_session_overlaps_another_of_the_same_series()
    {
        await using var reader = await SampleReader.StartAsync();
        var starts = (await reader.DataAsync("scheduled-sessions")).ConvertAll(session => (session.GetProperty("superEvent").GetString(), session.GetProperty("startDate").GetString()));
        Assert.Equal(starts.Count, starts.Distinct().Count());
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(13, 3)]
    [InlineData(300, 0)]
    [InlineData(300, 10)]
    [InlineData(40, 200)]
    public async Task The_size_asked_for_is_the_size_published(int opportunities, int sessionsEach)
    {
        await using var reader = await SampleReader.StartAsync(opportunities, pageSize: 2000, sessions: sessionsEach);
        var counts = new Dictionary<string, int>();
        foreach (var feed in SampleReader.Feeds)
        {
            counts[feed] = (await reader.DataAsync(feed)).Count;
        }

        Assert.Equal(opportunities, counts.Where(feed => feed.Key is not ("scheduled-sessions" or "slots")).Sum(feed => feed.Value));
        if (opportunities >= 300)
        {
            var courseEvents = (await reader.DataAsync("course-instances")).Sum(course => course.GetProperty("subEvent").GetArrayLength());
            Assert.InRange(counts["scheduled-sessions"] + counts["slots"] + courseEvents, opportunities * sessionsEach * 0.8, opportunities * ((sessionsEach * 1.2) + 1));
        }
    }

    private static HashSet<string> Ids(IEnumerable<JsonElement> items) => [.. items.Select(item => item.GetProperty("@id").GetString()!)];

    private static bool HasUnits(JsonElement facility) => facility.TryGetProperty("individualFacilityUse", out _);
}
