using System.Globalization;
using Feeds.Sample.Places;

namespace Feeds.Sample.Tests;

public sealed class PlaceTests
{
    [Fact]
    public void Towns_stand_where_their_outward_codes_are()
    {
        var centroids = File.ReadLines(ReferenceData.Need("geo/outcode_centroids_gibbs_uk-postcodes.csv")).Skip(1)
            .Select(line => line.Split(','))
            .GroupBy(row => row[0], row => (Latitude: Number(row[3]), Longitude: Number(row[4])))
            .ToDictionary(group => group.Key, group => group.First());
        foreach (var town in Towns.All)
        {
            Assert.All(town.Outcodes, outcode => Assert.InRange(Kilometres(town, centroids[outcode]), 0, 8));
        }
    }

    [Fact]
    public void No_outward_code_belongs_to_two_towns()
    {
        var outcodes = Towns.All.SelectMany(town => town.Outcodes).ToList();
        Assert.Equal(outcodes.Count, outcodes.Distinct().Count());
    }

    [Fact]
    public async Task The_postcode_table_can_be_imported_and_knows_every_venue()
    {
        await using var reader = await SampleReader.StartAsync(opportunities: 1000);
        var lines = (await reader.TextAsync("/postcodes.csv")).TrimEnd('\n').Split('\n');
        Assert.Equal("pcd,pcds,doterm,lat,long", lines[0]);
        Assert.All(lines[1..], line => Assert.Matches(@"^[A-Z]{1,2}\d[\dA-Z]? *\d[ABD-HJLNP-UW-Z]{2},[A-Z]{1,2}\d[\dA-Z]? \d[ABD-HJLNP-UW-Z]{2},(202312)?,\d\d\.\d{6},-?\d\.\d{6}$", line));
        var live = lines[1..].Select(line => line.Split(',')).Where(row => row[2].Length == 0).Select(row => row[1]).ToHashSet();
        Assert.Contains("LS1 3AD", live);
        var venues = (await reader.DataAsync("facility-uses")).Select(data => data.GetProperty("location").GetProperty("address").GetProperty("postalCode").GetString()!);
        Assert.All(venues, postcode => Assert.Contains(postcode, live));
    }

    [Theory]
    [InlineData("2026-03-28", 0)]
    [InlineData("2026-03-29", 1)]
    [InlineData("2026-10-24", 1)]
    [InlineData("2026-10-25", 0)]
    [InlineData("2026-11-22", 0)]
    public void Classes_keep_English_time(string day, int hoursAhead)
    {
        Assert.Equal(TimeSpan.FromHours(hoursAhead), LondonTime.At(DateOnly.Parse(day, CultureInfo.InvariantCulture), 10 * 60).Offset);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Kilometres(Town town, (double Latitude, double Longitude) point)
    {
        var (north, east) = (point.Latitude - town.Latitude, (point.Longitude - town.Longitude) * Math.Cos(town.Latitude * Math.PI / 180));
        return 111.2 * Math.Sqrt((north * north) + (east * east));
    }
}
