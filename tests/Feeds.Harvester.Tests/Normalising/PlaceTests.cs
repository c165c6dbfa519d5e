using Signposting.Store.Opportunities;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("""{"geo":{"latitude":"53.8","longitude":" -1.5 "}}""")]
    [InlineData("""[null,{},{"geo":[{"latitude":53.8,"longitude":-1.5}]}]""")]
    [InlineData("""{"latitude":53.8,"longitude":-1.5}""")]
    [InlineData("""{"geo":{"latitude":0,"longitude":0},"containedInPlace":{"geo":{"latitude":53.8,"longitude":-1.5}}}""")]
    [InlineData("""{"containedInPlace":[{"containedInPlace":{"geo":{"latitude":53.8,"longitude":-1.5}}}]}""")]
    public void Coordinates_are_read_in_every_form(string location) =>
        Assert.Equal(new GeoPoint(53.8, -1.5), Place(location)!.Point);

    [Theory]
    [InlineData("0", "0", "coordinates-zero: 0, 0")]
    [InlineData("-1.5", "53.8", "coordinates-outside-uk: -1.5, 53.8")]
    [InlineData("53.8", "12.5", "coordinates-outside-uk: 53.8, 12.5")]
    [InlineData("953.8", "-1.5", "coordinates-out-of-range: 953.8, -1.5")]
    [InlineData("53.8", "null", "coordinates-incomplete: latitude 53.8, longitude none")]
    [InlineData("\"north\"", "1", "coordinates-incomplete: latitude north, longitude 1")]
    [InlineData("\"NaN\"", "1", "coordinates-incomplete: latitude NaN, longitude 1")]
    public void Coordinates_that_cannot_be_are_dropped_and_noted(string lat, string lon, string note)
    {
        var own = Normal.Series($$"""  "location":{"name":"Hall","geo":{"latitude":{{lat}},"longitude":{{lon}} } }  """);
        Assert.Equal(new Place { Name = "Hall" }, own.Place);
        Assert.Equal([note], own.Repairs!);
    }

    [Theory]
    [InlineData("""{"streetAddress":"1 High St","addressLocality":"Leeds","addressRegion":"Leeds","postalCode":"ls13ad"}""", "1 High St, Leeds", "LS1 3AD")]
    [InlineData("""{"streetAddress":"The Hall\r\n1 High St,\r\n","postalCode":"LS1  3AD"}""", "The Hall, 1 High St", "LS1 3AD")]
    [InlineData("""{"streetAddress":["The Hall","1 High St"],"postalCode":"unknown"}""", "The Hall, 1 High St", "unknown")]
    [InlineData("\"1 High St, Leeds, LS1 3AD\"", "1 High St, Leeds", "LS1 3AD")]
    [InlineData("\"1 High St, Leeds LS13AD.\"", "1 High St, Leeds", "LS1 3AD")]
    [InlineData("\"1 High St\"", "1 High St", null)]
    public void An_address_becomes_one_line_and_a_postcode(string address, string line, string? postcode)
    {
        var place = Place($$"""{"address":{{address}}}""")!;
        Assert.Equal((line, postcode), (place.Address, place.Postcode));
    }

    [Fact]
    public void A_room_has_the_address_of_its_building()
    {
        var place = Place("""{"name":"Studio 2","containedInPlace":{"name":"Centre","address":{"postalCode":"LS1 3AD","addressLocality":"Leeds"},"telephone":"0113 496 0000"}}""");
        Assert.Equal(new Place { Name = "Studio 2", Address = "Leeds", Locality = "Leeds", Postcode = "LS1 3AD", Telephone = "0113 496 0000" }, place);
    }

    [Fact]
    public void Only_amenities_that_are_there_are_listed()
    {
        const string features = """[{"name":"Toilets","value":true},{"@type":"ChangingFacilities","value":"true"},{"name":"Parking","value":false},{"name":"Creche"},{"@type":"oa:LocationFeatureSpecification","value":true}]""";
        Assert.Equal(["Toilets", "Changing Facilities"], Place($$"""{"amenityFeature":{{features}}}""")!.Amenities!);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("{\"name\":\" \",\"address\":{}}")]
    [InlineData("\"https://example.org/places/1\"")]
    [InlineData("{\"@type\":\"VirtualLocation\",\"name\":\"Zoom\"}")]
    public void A_place_that_says_nothing_is_none(string location) => Assert.Null(Place(location));

    [Fact]
    public void A_place_may_be_a_name() => Assert.Equal(new Place { Name = "Victoria Park, near the lake" }, Place("\"Victoria Park, near the lake\""));

    [Theory]
    [InlineData("\"eventAttendanceMode\":\"https://schema.org/OnlineEventAttendanceMode\"", AttendanceMode.Online)]
    [InlineData("\"eventAttendanceMode\":\"http://schema.org/MixedEventAttendanceMode\"", AttendanceMode.Mixed)]
    [InlineData("\"eventAttendanceMode\":\"oa:OfflineEventAttendanceMode\"", AttendanceMode.Offline)]
    [InlineData("\"beta:virtualLocation\":{\"name\":\"Zoom\"}", AttendanceMode.Online)]
    [InlineData("\"beta:virtualLocation\":{\"name\":\"Zoom\"},\"location\":{\"name\":\"Hall\"}", AttendanceMode.Mixed)]
    [InlineData("\"location\":{\"@type\":\"VirtualLocation\",\"name\":\"Zoom\"}", AttendanceMode.Online)]
    [InlineData("\"location\":{\"name\":\"Hall\"}", null)]
    public void Attendance_is_stated_or_follows_from_a_virtual_location(string properties, AttendanceMode? expected) =>
        Assert.Equal(expected, Normal.Series(properties).Attendance);

    [Fact]
    public void The_place_that_an_online_event_is_affiliated_with_is_no_venue()
    {
        var own = Normal.Series("""  "eventAttendanceMode":"https://schema.org/OnlineEventAttendanceMode","beta:affiliatedLocation":{"name":"Hall","geo":{"latitude":53.8,"longitude":-1.5}},"beta:virtualLocation":{"url":"https://example.org/join"}  """);
        Assert.Null(own.Place);
        Assert.Equal("https://example.org/join", own.OnlineUrl);
    }

    private static Place? Place(string location) => Normal.Series($"\"location\":{location}").Place;
}
