using System.Text.Json;
using Feeds.Sample.Organisers;
using Feeds.Sample.Places;

namespace Feeds.Sample.Opportunities;

/// <summary>Venues and organisers as OpenActive has them.</summary>
internal static class PlaceJson
{
    public static void Write(Utf8JsonWriter json, Venue venue)
    {
        json.WriteStartObject();
        json.WriteString("@type"u8, "Place"u8);
        json.WriteString("@id"u8, $"{SampleSet.Site}/id/places/{venue.Number}");
        json.WriteNumber("identifier"u8, venue.Number);
        json.WriteString("name"u8, venue.Name);
        json.WriteString("description"u8, SampleSet.MadeUp);
        json.WriteString("url"u8, $"{SampleSet.Site}/places/{venue.Number}");
        json.WriteString("telephone"u8, venue.Telephone);
        json.WriteStartObject("address"u8);
        json.WriteString("@type"u8, "PostalAddress"u8);
        json.WriteString("streetAddress"u8, venue.Street);
        json.WriteString("addressLocality"u8, venue.Town.Name);
        json.WriteString("addressRegion"u8, venue.Town.County);
        json.WriteString("postalCode"u8, venue.Postcode);
        json.WriteString("addressCountry"u8, "GB"u8);
        json.WriteEndObject();
        json.WriteStartObject("geo"u8);
        json.WriteString("@type"u8, "GeoCoordinates"u8);
        json.WriteNumber("latitude"u8, venue.Point.Latitude);
        json.WriteNumber("longitude"u8, venue.Point.Longitude);
        json.WriteEndObject();
        WriteAmenities(json, venue.Amenities);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Organiser organiser)
    {
        json.WriteStartObject();
        json.WriteString("@type"u8, "Organization"u8);
        json.WriteString("@id"u8, $"{SampleSet.Site}/id/organisers/{organiser.Number}");
        json.WriteString("name"u8, organiser.Name);
        json.WriteString("description"u8, SampleSet.MadeUp);
        json.WriteString("url"u8, $"https://{organiser.Host}/");
        if (organiser.StatesTelephone)
        {
            json.WriteString("telephone"u8, organiser.Telephone);
        }

        if (organiser.StatesEmail)
        {
            json.WriteString("email"u8, $"hello@{organiser.Host}");
        }

        json.WriteEndObject();
    }

    private static void WriteAmenities(Utf8JsonWriter json, IReadOnlyList<(string Type, bool Value)> amenities)
    {
        if (amenities.Count == 0)
        {
            return;
        }

        json.WriteStartArray("amenityFeature"u8);
        foreach (var (type, value) in amenities)
        {
            json.WriteStartObject();
            json.WriteString("@type"u8, type);
            json.WriteString("name"u8, type == "ChangingFacilities" ? "Changing Facilities" : type);
            json.WriteBoolean("value"u8, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
