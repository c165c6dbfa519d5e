using Feeds.Harvester.Normalising;
using OpenActive.Vocabulary;
using Signposting.Store.Opportunities;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

/// <summary>Placing what was read before the postcode directory was there, or with another one.</summary>
public sealed class RelocationTests
{
    private static readonly GeoPoint Town = new(53.8003, -1.5498);
    private static readonly GeoPoint Nearby = new(53.8101, -1.5502);

    [Theory]
    [InlineData("""{"name":"Hall","address":{"postalCode":"LS13AD"}}""")]
    [InlineData("""{"address":"1 High St, Leeds LS1 3AD"}""")]
    [InlineData("""{"address":{"postalCode":"LS13AD"},"geo":{"latitude":-1.55,"longitude":53.81}}""")]
    [InlineData("""{"address":{"postalCode":"LS13AD"},"geo":{"latitude":53.81,"longitude":1.55}}""")]
    [InlineData("""{"address":{"postalCode":"LS13AD"},"geo":{"latitude":1.55,"longitude":53.81}}""")]
    [InlineData("""{"address":{"postalCode":"LS13AD"},"geo":{"latitude":0,"longitude":0}}""")]
    [InlineData("""{"address":{"postalCode":"LS13AD"},"geo":{"latitude":999,"longitude":-33.86}}""")]
    [InlineData("""{"address":{"postalCode":"LS13AD"},"geo":{"latitude":-33.86,"longitude":151.2}}""")]
    [InlineData("""{"address":{"postalCode":"LS13AD"},"geo":{"latitude":51.5,"longitude":-0.12}}""")]
    [InlineData("""{"address":{"postalCode":"LS13AD"},"geo":{"latitude":"53.9","longitude":"-1.8"}}""")]
    [InlineData("""{"name":"53.81, -1.55","address":{"postalCode":"LS13AD"}}""")]
    [InlineData("""{"name":"Court","containedInPlace":{"address":{"postalCode":"LS13AD"},"geo":{"latitude":53.9,"longitude":-1.8}}}""")]
    [InlineData("""{"name":"Court","geo":{"latitude":0,"longitude":0},"containedInPlace":{"address":{"postalCode":"LS13AD"},"geo":{"latitude":53.9,"longitude":-1.8}}}""")]
    [InlineData("""{"address":{"postalCode":"LS13AD","addressCountry":"IE"}}""")]
    [InlineData("""{"address":{"postalCode":"LS99 9ZZ"},"geo":{"latitude":-1.55,"longitude":53.81}}""")]
    [InlineData("""{"address":{"postalCode":"90210"},"geo":{"latitude":51.5,"longitude":-0.12}}""")]
    [InlineData("""{"name":"Hall"}""")]
    public void Is_as_reading_the_record_again(string location)
    {
        var fresh = Read(location, With(Town));

        var relocated = Over(With(Town)).Relocate(Read(location, PostcodePoints.None));

        Assert.Equal((fresh.Place, Notes(fresh)), (relocated.Place, Notes(relocated)));
        Assert.Same(relocated, Over(With(Town)).Relocate(relocated));
    }

    [Theory]
    [InlineData("""{"address":{"postalCode":"LS13AD"}}""", 53.8101)]
    [InlineData("""{"address":{"postalCode":"LS13AD"},"geo":{"latitude":-1.55,"longitude":53.82}}""", 53.82)]
    [InlineData("""{"address":{"postalCode":"LS13AD"},"geo":{"latitude":53.9,"longitude":-1.8}}""", 53.9)]
    public void A_newer_directory_moves_only_what_was_placed_by_the_older_one(string location, double lat)
    {
        var before = Read(location, With(Town));

        var after = Over(With(Nearby)).Relocate(before);

        Assert.Equal(lat, after.Place!.Lat);
        Assert.Equal(Notes(before), Notes(after));
    }

    private static PostcodePoints With(GeoPoint point) => new(new Dictionary<string, GeoPoint?> { ["LS1 3AD"] = point, ["LS99 9ZZ"] = null });

    private static ItemNormaliser Over(PostcodePoints points) => new ItemNormaliser(() => ActivityList.BuiltIn, TimeProvider.System).With(points);

    private static Description Read(string location, PostcodePoints points) => Normal.Own(Over(points).Normalise(
        Normal.Item($$"""{"@type":"SessionSeries","@id":"https://example.org/series/1","name":"Yoga","location":{{location}}}""")));

    private static string Notes(Description description) => string.Join('|', (description.Repairs ?? []).Order(StringComparer.Ordinal));
}
