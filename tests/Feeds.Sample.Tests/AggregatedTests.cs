using System.Text.Json;

namespace Feeds.Sample.Tests;

/// <summary>The second publisher, which repeats a share of the series.</summary>
public sealed class AggregatedTests
{
    [Fact]
    public async Task An_aggregator_repeats_classes_with_the_same_times_under_ids_of_its_own()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 200, aggregated: 25);
        var originals = (await reader.DataAsync("session-series")).ToDictionary(Id);
        var copies = await reader.DataAsync("aggregated-series");
        var times = Times(await reader.DataAsync("scheduled-sessions"));
        var copied = Times(await reader.DataAsync("aggregated-sessions"));

        Assert.Equal(originals.Count / 4, copies.Count);
        Assert.All(copies, copy =>
        {
            Assert.DoesNotContain(Id(copy), originals.Keys);
            Assert.Contains(originals.Values, original => Same(original, copy) && times[Id(original)].SequenceEqual(copied[Id(copy)]));
        });
    }

    [Fact]
    public async Task The_catalogue_leads_to_both()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 30, aggregated: 100);
        var sites = (await reader.JsonAsync("/catalogue")).GetProperty("dataset").EnumerateArray().Select(site => site.GetString()).ToList();

        Assert.Equal([$"{reader.Address}/openactive", $"{reader.Address}/aggregator"], sites);
        Assert.Contains("/feeds/aggregated-series", await reader.TextAsync("/aggregator"), StringComparison.Ordinal);
        Assert.DoesNotContain("aggregated", await reader.TextAsync("/openactive"), StringComparison.Ordinal);
    }

    private static bool Same(JsonElement original, JsonElement copy) =>
        string.Equals(original.GetProperty("name").GetString(), copy.GetProperty("name").GetString(), StringComparison.OrdinalIgnoreCase)
        && original.GetProperty("organizer").GetProperty("name").GetString() == copy.GetProperty("organizer").GetProperty("name").GetString();

    private static Dictionary<string, List<string>> Times(IEnumerable<JsonElement> sessions) => sessions
        .GroupBy(session => session.GetProperty("superEvent").GetString()!)
        .ToDictionary(series => series.Key, series => series.Select(session => session.GetProperty("startDate").GetString()!).Order().ToList());

    private static string Id(JsonElement data) => data.GetProperty("@id").GetString()!;
}
