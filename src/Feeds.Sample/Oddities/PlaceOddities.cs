using System.Text.Json.Nodes;

namespace Feeds.Sample.Oddities;

/// <summary>Places that are wrong, half there, or in the wrong shape.</summary>
internal static class PlaceOddities
{
    // The last 9 % of those without a resolvable location: 1.66 % of all.
    private const int NoLocation = 310;
    private const int NoCoordinatesNorPostcode = 450;
    private const int NoCoordinates = 900;

    private static readonly (string Place, string Country, double Latitude, double Longitude)[] Abroad =
        [("Melbourne", "AU", -37.8136, 144.9631), ("Dublin", "IE", 53.3498, -6.2603), ("Tbilisi", "GE", 41.7151, 44.8271)];

    private static readonly string[] AddressLines = ["streetAddress", "addressLocality", "addressRegion", "postalCode"];

    public static readonly Oddity[] All =
    [
        new("latitude and longitude swapped", 250, Swap), // 26,000 of 10.4 million
        new("lost minus sign", 60, (JsonObject data, ref Dice _) => data.Geo()?.Change("longitude", value => Math.Abs(value.GetValue<double>()))),
        new("coordinates 0, 0", 200, Zero),
        new("outside the UK", 200, MoveAbroad),
        new("test system", 100, (JsonObject data, ref Dice _) => data.Change("name", name => $"TEST - DO NOT BOOK {name.Words()}")),
        new("coordinates in the name of the venue", 300, NameByCoordinates),
        new("coordinates of the place around it", 2_000, MoveCoordinatesOut),
        new("coordinates as text", 3_000, WriteCoordinatesAsText),
        new("no coordinates, but a postcode", NoCoordinates, (JsonObject data, ref Dice _) => data.Location()?.Remove("geo")),
        new("neither coordinates nor postcode", NoCoordinatesNorPostcode, RemoveCoordinatesAndPostcode),
        new("address as text", 4_000, WriteAddressAsText),
        new("empty address", 500, (JsonObject data, ref Dice _) => data.Location()?.Change("address", _ => new JsonObject { ["@type"] = "PostalAddress" })),
        new("location in an array", 2_000, (JsonObject data, ref Dice _) => data.Change("location", place => new JsonArray(place))),
        new("no location", NoLocation, (JsonObject data, ref Dice _) => data.Remove("location")),
    ];

    private static void Swap(JsonObject data, ref Dice dice)
    {
        if (data.Geo() is { } geo && geo["latitude"]?.DeepClone() is { } latitude && geo["longitude"]?.DeepClone() is { } longitude)
        {
            (geo["latitude"], geo["longitude"]) = (longitude, latitude);
        }
    }

    private static void Zero(JsonObject data, ref Dice dice)
    {
        if (data.Geo() is { } geo)
        {
            (geo["latitude"], geo["longitude"]) = (0, 0);
        }
    }

    private static void MoveAbroad(JsonObject data, ref Dice dice)
    {
        if (data.Geo() is { } geo && data.Address() is { } address)
        {
            var (place, country, latitude, longitude) = dice.Pick<(string, string, double, double)>(Abroad);
            (geo["latitude"], geo["longitude"]) = (latitude, longitude);
            (address["addressLocality"], address["addressCountry"]) = (place, country);
            address.Remove("postalCode");
        }
    }

    private static void NameByCoordinates(JsonObject data, ref Dice dice)
    {
        if (data.Geo() is { } geo)
        {
            data.Location()!["name"] = $"{geo["latitude"]!.Words()}, {geo["longitude"]!.Words()}";
            data.Location()!.Remove("geo");
        }
    }

    private static void MoveCoordinatesOut(JsonObject data, ref Dice dice)
    {
        if (data.Geo()?.DeepClone() is { } geo)
        {
            data.Location()!.Remove("geo");
            data.Location()!["containedInPlace"] = new JsonObject { ["@type"] = "Place", ["geo"] = geo };
        }
    }

    private static void WriteCoordinatesAsText(JsonObject data, ref Dice dice)
    {
        data.Geo()?.Change("latitude", value => value.Words());
        data.Geo()?.Change("longitude", value => value.Words());
    }

    private static void RemoveCoordinatesAndPostcode(JsonObject data, ref Dice dice)
    {
        data.Location()?.Remove("geo");
        data.Address()?.Remove("postalCode");
    }

    private static void WriteAddressAsText(JsonObject data, ref Dice dice)
    {
        if (data.Address() is { } address)
        {
            data.Location()!["address"] = string.Join(", ", AddressLines.Select(name => address[name]?.Words()).OfType<string>());
        }
    }
}
