using Feeds.Harvester.Normalising;
using OpenActive.Vocabulary;
using Signposting.Store.Opportunities;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

/// <summary>Venues and organisers that many records repeat are read once; nobody can tell.</summary>
public sealed class SeenBeforeTests
{
    private const string Hall = """
        "location":{"name":"Hall","address":{"postalCode":"LS13AD"},"geo":{"latitude":53.81,"longitude":-1.55}}
        """;

    private readonly ItemNormaliser normaliser = new(() => ActivityList.BuiltIn, TimeProvider.System);

    [Fact]
    public void The_second_record_at_a_venue_has_all_that_the_first_one_has() => Assert.Equivalent(Read(Hall).Place, Read(Hall).Place, strict: true);

    [Fact]
    public void A_venue_that_differs_in_one_digit_is_another()
    {
        Read(Hall);
        Assert.Equal(new GeoPoint(53.82, -1.55), Read(Hall.Replace("53.81", "53.82", StringComparison.Ordinal)).Place!.Point);
    }

    [Fact]
    public void What_was_repaired_is_noted_in_each_record()
    {
        var asText = Hall.Replace("53.81", "\"53.81\"", StringComparison.Ordinal);
        string[] noted = ["coordinates-as-text: 53.81, -1.55"];
        Assert.Equal(noted, Read(asText).Repairs);
        Assert.Equal(noted, Read(asText).Repairs);
    }

    [Fact]
    public void A_directory_that_was_imported_meanwhile_moves_a_venue_that_was_read_before()
    {
        var lost = Hall.Replace("53.81", "0", StringComparison.Ordinal).Replace("-1.55", "0", StringComparison.Ordinal);
        var town = new GeoPoint(53.8003, -1.5498);
        Assert.Null(Read(lost).Place!.Point);
        Assert.Equal(town, Read(lost, normaliser.With(new PostcodePoints(new Dictionary<string, GeoPoint?> { ["LS1 3AD"] = town }))).Place!.Point);
    }

    [Theory]
    [InlineData("""{"@type":"Organization","name":"Club","telephone":"0113 496 0000"}""", "Club")]
    [InlineData("""{"@type":"Person","name":"Anna Smith"}""", "Anna")]
    public void An_organiser_is_the_same_again(string organizer, string name)
    {
        var property = $"\"organizer\":{organizer}";
        Assert.Equal(name, Read(property).Organizer!.Name);
        Assert.Equal(Read(property).Organizer, Read(property).Organizer);
    }

    private Description Read(string property, ItemNormaliser? with = null) =>
        Normal.Own((with ?? normaliser).Normalise(Normal.Item($$"""{"@type":"SessionSeries","@id":"https://example.org/series/1",{{property}}}""")));
}
