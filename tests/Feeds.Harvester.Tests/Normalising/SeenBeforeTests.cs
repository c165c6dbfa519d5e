using Feeds.Harvester.Normalising;
using OpenActive.Vocabulary;
using Signposting.Store.Opportunities;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

/// <summary>What many records repeat is read and kept when it comes for the second time, and taken from then on; nobody can tell.</summary>
public sealed class SeenBeforeTests
{
    private const string Hall = """
        "location":{"name":"Hall","address":{"postalCode":"LS13AD"},"geo":{"latitude":53.81,"longitude":-1.55}}
        """;

    private readonly ItemNormaliser normaliser = new(() => ActivityList.BuiltIn, TimeProvider.System);

    [Fact]
    public void Every_record_at_a_venue_has_all_that_the_first_one_has()
    {
        var first = Read(Hall).Place;
        foreach (var place in ReadOften(Hall).Select(record => record.Place))
            Assert.Equivalent(first, place, strict: true);
    }

    [Fact]
    public void A_venue_that_differs_in_one_digit_is_another()
    {
        ReadOften(Hall);
        Assert.Equal(new GeoPoint(53.82, -1.55), Read(Hall.Replace("53.81", "53.82", StringComparison.Ordinal)).Place!.Point);
    }

    [Fact]
    public void What_was_repaired_is_noted_in_each_record()
    {
        var asText = Hall.Replace("53.81", "\"53.81\"", StringComparison.Ordinal);
        string[] noted = ["coordinates-as-text: 53.81, -1.55"];
        Assert.All(ReadOften(asText), record => Assert.Equal(noted, record.Repairs));
    }

    [Fact]
    public void A_directory_that_was_imported_meanwhile_moves_a_venue_that_was_read_before()
    {
        var lost = Hall.Replace("53.81", "0", StringComparison.Ordinal).Replace("-1.55", "0", StringComparison.Ordinal);
        var town = new GeoPoint(53.8003, -1.5498);
        Assert.All(ReadOften(lost), record => Assert.Null(record.Place!.Point));
        Assert.Equal(town, Read(lost, normaliser.With(new PostcodePoints(new Dictionary<string, GeoPoint?> { ["LS1 3AD"] = town }))).Place!.Point);
    }

    [Theory]
    [InlineData("""{"@type":"Organization","name":"Club","telephone":"0113 496 0000"}""", "Club")]
    [InlineData("""{"@type":"Person","name":"Anna Smith"}""", "Anna")]
    public void An_organiser_is_the_same_again(string organizer, string name)
    {
        var property = $"\"organizer\":{organizer}";
        Assert.All(ReadOften(property), record => Assert.Equal(name, record.Organizer!.Name));
    }

    [Fact]
    public void Offers_with_ids_of_their_own_are_the_same_again_and_differ_in_each_thing_that_is_read()
    {
        const string Adult = "\"offers\":[{\"@id\":\"https://example.org/1\",\"name\":\"Adult\",\"price\":5,\"priceCurrency\":\"GBP\"}]";
        var adult = new Offer { Name = "Adult", Price = 5, Currency = "GBP" };
        Assert.All(ReadOften(Adult), record => Assert.Equal([adult], record.Offers!));
        Assert.Equal([adult], Read(Adult.Replace("org/1", "org/2", StringComparison.Ordinal)).Offers!);
        Assert.Equal([adult with { Price = 6 }], Read(Adult.Replace(":5", ":6", StringComparison.Ordinal)).Offers!);
        Assert.Equal([adult with { Name = "Adults" }], Read(Adult.Replace("Adult", "Adults", StringComparison.Ordinal)).Offers!);
        Assert.Equal([adult with { Url = "https://example.org/1" }], Read(Adult.Replace("@id", "url", StringComparison.Ordinal)).Offers!);
        Assert.Equal([adult with { MinAge = 18 }], Read(Adult.Replace("}]", ",\"ageRestriction\":{\"minValue\":18}}]", StringComparison.Ordinal)).Offers!);
        Assert.Equal([adult, adult], Read(Adult.Replace("[{", "[{\"name\":\"Adult\",\"price\":5,\"priceCurrency\":\"GBP\"},{", StringComparison.Ordinal)).Offers!);
    }

    [Fact]
    public void A_price_that_was_published_as_text_is_noted_in_each_record() =>
        Assert.All(ReadOften("\"offers\":[{\"price\":\"£4.50\"}]"), record => Assert.Equal(["price-as-text: £4.50"], record.Repairs!));

    private List<Description> ReadOften(string property) => [.. Enumerable.Range(0, 4).Select(_ => Read(property))];

    private Description Read(string property, ItemNormaliser? with = null) =>
        Normal.Own((with ?? normaliser).Normalise(Normal.Item($$"""{"@type":"SessionSeries","@id":"https://example.org/series/1",{{property}}}""")));
}
