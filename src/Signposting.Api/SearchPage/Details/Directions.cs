using System.Globalization;
using Signposting.Api.Opportunities;

namespace Signposting.Api.SearchPage.Details;

/// <summary>
/// Links to maps of others, which are asked only when somebody follows one. They name where to go and never from where.
/// </summary>
/// <param name="ByPublicTransport">Google Maps, "Maps URLs": <c>travelmode=transit</c>.</param>
/// <param name="OnFoot">Google Maps: <c>travelmode=walking</c>.</param>
/// <param name="Map">OpenStreetMap with a mark; null where the coordinates are not known.</param>
internal sealed record Directions(string ByPublicTransport, string OnFoot, string? Map)
{
    /// <summary>Null where nobody says where it is.</summary>
    public static Directions? To(LocationAnswer? place)
    {
        if (DestinationOf(place) is not { } destination)
            return null;
        var map = place is { Lat: { } lat, Lon: { } lon }
            ? string.Create(CultureInfo.InvariantCulture, $"https://www.openstreetmap.org/?mlat={lat:0.#####}&mlon={lon:0.#####}#map=17/{lat:0.#####}/{lon:0.#####}")
            : null;
        return new Directions(By("transit"), By("walking"), map);

        string By(string mode) => $"https://www.google.com/maps/dir/?api=1&destination={Uri.EscapeDataString(destination)}&travelmode={mode}";
    }

    private static string? DestinationOf(LocationAnswer? place) => place switch
    {
        { Lat: { } lat, Lon: { } lon } => string.Create(CultureInfo.InvariantCulture, $"{lat:0.#####},{lon:0.#####}"),
        { Postcode: { } postcode } => string.Join(", ", ((string?[])[place.Address, postcode]).OfType<string>()),
        _ => null,
    };
}
