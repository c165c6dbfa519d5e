using System.Text.Json;
using System.Text.Json.Nodes;
using Feeds.Sample.Oddities;

namespace Feeds.Sample.Tests;

public sealed class OddityTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_oddities_and_another_one_others()
    {
        await using var one = await SampleReader.StartAsync(odd: true);
        await using var same = await SampleReader.StartAsync(odd: true, renderFirst: true);
        await using var other = await SampleReader.StartAsync(odd: true, seed: 2);
        await using var plain = await SampleReader.StartAsync();
        foreach (var feed in SampleReader.Feeds)
        {
            Assert.Equal(await BytesAsync(one, feed), await BytesAsync(same, feed));
            Assert.NotEqual(await BytesAsync(one, feed), await BytesAsync(other, feed));
        }

        Assert.NotEqual(await BytesAsync(one, "slots"), await BytesAsync(plain, "slots"));
    }

    [Fact]
    public async Task One_record_in_six_is_a_slot_whose_parent_is_nested_or_missing()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 5000, pageSize: 5000, odd: true);
        var published = (await reader.DataAsync("facility-uses")).Select(IdOf).ToHashSet();
        var slots = await reader.DataAsync("slots");
        var elsewhere = slots.Count(slot => !published.Contains(slot.GetProperty("facilityUse").GetString()!));
        var missing = slots.Count(slot => slot.GetProperty("facilityUse").GetString()!.EndsWith("-not-published", StringComparison.Ordinal));
        var all = slots.Count + (await reader.DataAsync("scheduled-sessions")).Count + (await reader.DataAsync("events")).Count;

        Assert.InRange(elsewhere / (double)all, 0.157, 0.177);
        Assert.InRange(missing / (double)all, 0.05, 0.1);
    }

    [Fact]
    public async Task What_the_survey_counted_occurs_at_its_rate()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 30_000, pageSize: 5000, sessions: 0, odd: true);
        List<JsonElement> records = [.. await reader.DataAsync("session-series"), .. await reader.DataAsync("events"), .. await reader.DataAsync("course-instances"), .. await reader.DataAsync("facility-uses")];
        double Share(Func<JsonElement, bool> isOdd) => records.Count(isOdd) / (double)records.Count;

        Assert.InRange(Share(data => data.TryGetProperty("type", out _)), 32 / 174.0 - 0.01, 32 / 174.0 + 0.01);
        Assert.InRange(Share(data => LatitudeOf(data) is > -10 and < 3 and not 0), 0.0015, 0.0035);
        Assert.InRange(Share(data => !data.TryGetProperty("location", out _) && !data.TryGetProperty("beta:virtualLocation", out _)), 0.0015, 0.005);
    }

    [Fact]
    public void Every_oddity_makes_some_record_odd_and_has_a_name_of_its_own()
    {
        Oddity[] all = [.. ParentOddities.All, .. PlaceOddities.All, .. ActivityOddities.All, .. AudienceOddities.All, .. TextOddities.All, .. ShapeOddities.All];

        Assert.Equal(all.Length, all.Select(oddity => oddity.Name).Distinct().Count());
        Assert.All(all, oddity => Assert.True(ChangesSomething(oddity), oddity.Name));
    }

    private static bool ChangesSomething(Oddity oddity)
    {
        const string Record = """
            {"@context":"https://openactive.io/","@type":"SessionSeries","@id":"x","superEvent":"y","facilityUse":"z","name":"Yoga","description":"One. Two.","url":"https://u.example.org",
            "location":{"@type":"Place","name":"Hall","address":{"streetAddress":"1 High Street","postalCode":"LS1 3AD"},"geo":{"latitude":53.8,"longitude":-1.5}},
            "activity":[{"@id":"https://openactive.io/activity-list#a","prefLabel":"Yoga"}],"ageRange":{"minValue":16},"genderRestriction":"https://openactive.io/NoRestriction","level":["Beginner"],
            "organizer":{"name":"Club"},"startDate":"2026-11-22T10:00:00+00:00","endDate":"2026-11-22T11:00:00+00:00","offers":[{"@id":"o1","price":5},{"@id":"o2","price":3}]}
            """;
        var data = JsonNode.Parse(Record)!.AsObject();
        var dice = new Dice(1, Purpose.Oddity, 1);
        oddity.Apply(data, ref dice);
        return !JsonNode.DeepEquals(data, JsonNode.Parse(Record));
    }

    private static string IdOf(JsonElement data) => (data.TryGetProperty("@id", out var id) ? id : data.GetProperty("id")).GetString()!;

    private static double? LatitudeOf(JsonElement data) =>
        data.TryGetProperty("location", out var place) && place.ValueKind == JsonValueKind.Object && place.TryGetProperty("geo", out var geo)
        && geo.GetProperty("latitude") is { ValueKind: JsonValueKind.Number } latitude ? latitude.GetDouble() : null;

    private static async Task<string> BytesAsync(SampleReader reader, string feed) =>
        (await reader.TextAsync($"/feeds/{feed}")).Replace(reader.Address, "", StringComparison.Ordinal);
}
