using Feeds.Harvester.Normalising;
using OpenActive.Vocabulary;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

/// <summary>What a postcode proves once a directory was imported.</summary>
public sealed class PostcodeProofTests
{
    private static readonly GeoPoint Town = new(53.8003, -1.5498);

    private static readonly Dictionary<string, GeoPoint?> Directory = new()
    {
        ["LS1 3AD"] = Town,
        ["GX11 1AA"] = null,
    };

    [Theory]
    [InlineData("-1.55", "53.81", 53.81, -1.55, "coordinates-swapped: -1.55, 53.81")]
    [InlineData("53.81", "1.55", 53.81, -1.55, "coordinates-sign-lost: 53.81, 1.55")]
    [InlineData("1.55", "53.81", 53.81, -1.55, "coordinates-swapped-and-sign-lost: 1.55, 53.81")]
    [InlineData("0", "0", 53.8003, -1.5498, "coordinates-zero: 0, 0|placed-by-postcode: LS1 3AD")]
    [InlineData("-33.86", "151.2", 53.8003, -1.5498, "coordinates-outside-uk: -33.86, 151.2|placed-by-postcode: LS1 3AD")]
    [InlineData("51.5", "-0.12", 53.8003, -1.5498, "coordinates-far-from-postcode: 51.5, -0.12|placed-by-postcode: LS1 3AD")]
    [InlineData("null", "null", 53.8003, -1.5498, "placed-by-postcode: LS1 3AD")]
    [InlineData("53.9", "-1.8", 53.9, -1.8, "")]
    public void Coordinates_are_repaired_where_the_postcode_proves_it(string lat, string lon, double provenLat, double provenLon, string notes)
    {
        var own = Normal.Own(Change($$"""{"name":"Hall","address":{"postalCode":"LS13AD"},"geo":{"latitude":{{lat}},"longitude":{{lon}} } }"""));
        Assert.Equal(new GeoPoint(provenLat, provenLon), own.Place!.Point);
        Assert.Equal(notes, string.Join('|', own.Repairs ?? []));
    }

    [Theory]
    [InlineData("""{"address":{"postalCode":"LS13AD","addressCountry":"IE"}}""")]
    [InlineData("""{"address":{"postalCode":"GX11 1AA"}}""")]
    [InlineData("""{"address":{"postalCode":"LS99 9ZZ"},"geo":{"latitude":-1.55,"longitude":53.81}}""")]
    [InlineData("""{"address":{"postalCode":"90210"}}""")]
    public void What_the_directory_does_not_know_proves_nothing(string location) => Assert.Null(Normal.Own(Change(location)).Place?.Point);

    [Fact]
    public void The_postcode_of_the_building_places_its_room() => Assert.Equal(
        Town, Normal.Own(Change("""{"name":"Studio 2","containedInPlace":{"address":"1 High St, Leeds LS1 3AD"}}""")).Place!.Point);

    [Fact]
    public void A_postcode_at_the_end_of_the_street_is_one() =>
        Assert.Contains("postcode-from-address: LS1 3AD", Normal.Own(Change("""{"address":{"streetAddress":"1 High St, Leeds, LS1 3AD"}}""")).Repairs!);

    [Fact]
    public void Without_a_directory_a_postcode_proves_nothing()
    {
        var change = Normal.Change(Series("""{"address":{"postalCode":"LS13AD"}}"""));
        Assert.Null(Normal.Own(change).Place!.Point);
        Assert.Null(Normal.Own(change).Repairs);
    }

    [Fact]
    public void An_item_read_before_the_import_is_news_after_it_and_others_are_not()
    {
        const string location = """{"address":{"postalCode":"LS13AD"}}""";
        Assert.NotEqual(Normal.Change(Series(location)).ContentHash, Change(location).ContentHash);
        const string other = """{"geo":{"latitude":53.8,"longitude":-1.5}}""";
        Assert.Equal(Normal.Change(Series(other)).ContentHash, Change(other).ContentHash);
    }

    [Fact]
    public void A_postcode_that_was_not_looked_up_is_asked_for_and_learnt()
    {
        var points = new PostcodePoints(new Dictionary<string, GeoPoint?>());
        var item = Normal.Item(Series("""{"address":{"postalCode":"LS13AD"}}"""));
        var normaliser = new ItemNormaliser(() => ActivityList.BuiltIn, TimeProvider.System).With(points);
        Assert.Null(Normal.Own(normaliser.Normalise(item)).Place!.Point);
        Assert.Equal(["LS1 3AD"], points.Missing);

        points.Learn(Directory);

        Assert.Equal(Town, Normal.Own(normaliser.Normalise(item)).Place!.Point);
        Assert.Empty(points.Missing);
    }

    [Theory]
    [InlineData(53.3498, -6.2603, false)] // Dublin
    [InlineData(54.0019, -6.4049, false)] // Dundalk
    [InlineData(54.9503, -7.7341, false)] // Letterkenny
    [InlineData(55.3800, -7.3700, false)] // Malin Head
    [InlineData(54.2479, -6.9713, false)] // Monaghan
    [InlineData(50.7264, 1.6147, false)] // Boulogne
    [InlineData(49.9229, 1.0775, false)] // Dieppe
    [InlineData(54.5973, -5.9301, true)] // Belfast
    [InlineData(54.1751, -6.3402, true)] // Newry
    [InlineData(54.9966, -7.3086, true)] // Derry
    [InlineData(54.3438, -7.6315, true)] // Enniskillen
    [InlineData(55.2915, -6.1940, true)] // Rathlin
    [InlineData(55.3090, -5.7930, true)] // Mull of Kintyre
    [InlineData(50.0657, -5.7132, true)] // Land's End
    [InlineData(49.9146, -6.3155, true)] // Isles of Scilly
    [InlineData(51.1279, 1.3134, true)] // Dover
    [InlineData(50.7684, 0.2840, true)] // Eastbourne
    [InlineData(52.4811, 1.7534, true)] // Lowestoft
    [InlineData(60.1549, -1.1449, true)] // Lerwick
    [InlineData(57.8137, -8.5688, true)] // St Kilda
    public void The_country_is_told_by_more_than_a_box(double lat, double lon, bool isHere) =>
        Assert.Equal(isHere, UnitedKingdom.Contains(new GeoPoint(lat, lon)));

    private static ItemChange Change(string location) =>
        new ItemNormaliser(() => ActivityList.BuiltIn, TimeProvider.System).With(new PostcodePoints(Directory)).Normalise(Normal.Item(Series(location)));

    private static string Series(string location) => $$"""{"@type":"SessionSeries","@id":"https://example.org/series/1","name":"Yoga","location":{{location}}}""";
}
