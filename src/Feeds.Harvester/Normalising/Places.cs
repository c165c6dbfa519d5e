using System.Globalization;
using System.Text.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Reads <c>location</c>: a Place, several of which the first with content counts, or a name.</summary>
internal static class Places
{
    /// <summary>The venue; null when nothing is stated that helps to find it.</summary>
    internal static Place? Read(JsonElement value, Repairs repairs)
    {
        foreach (var entry in value.Each())
        {
            if (!IsVirtual(entry) && ReadOne(entry, NormalisingLimits.PlaceLevels, repairs) is { } place)
                return place;
        }

        return null;
    }

    /// <summary>schema.org allows a VirtualLocation as <c>location</c>: that is no venue.</summary>
    internal static bool IsVirtual(JsonElement place) =>
        JsonValues.LastPart(place.Get("@type"u8, "type"u8).First().Utf8()).SequenceEqual("VirtualLocation"u8);

    private static Place? ReadOne(JsonElement value, int levels, Repairs repairs)
    {
        if (!value.IsObject())
            return value.Line(NormalisingLimits.Name) is { } words && !Labels.IsUrl(words) ? new Place { Name = words } : null;
        var point = Coordinates.Read(value, repairs);
        var address = Addresses.Read(value.Get("address"u8));
        var place = new Place
        {
            Name = Name(value, repairs),
            Address = address.Line,
            Locality = address.Locality,
            Postcode = address.Postcode,
            Lat = point?.Lat,
            Lon = point?.Lon,
            Telephone = value.Get("telephone"u8).Telephone(),
            Url = value.Get("url"u8).Url(),
            Amenities = Amenities(value.Get("amenityFeature"u8)),
        };
        var around = value.Get("containedInPlace"u8).First();
        if (levels > 1 && around.IsObject() && ReadOne(around, levels - 1, repairs) is { } outer)
            place = Complete(place, outer);
        return place == new Place() ? null : place;
    }

    /// <summary>A court or room has the address and position of the building that it is in.</summary>
    private static Place Complete(Place place, Place outer)
    {
        var takesAddress = place.Address is null && place.Postcode is null;
        return place with
        {
            Name = place.Name ?? outer.Name,
            Address = takesAddress ? outer.Address : place.Address,
            Locality = takesAddress ? outer.Locality : place.Locality,
            Postcode = takesAddress ? outer.Postcode : place.Postcode,
            Lat = place.Lat ?? outer.Lat,
            Lon = place.Lon ?? outer.Lon,
            Telephone = place.Telephone ?? outer.Telephone,
            Url = place.Url ?? outer.Url,
            Amenities = place.Amenities ?? outer.Amenities,
        };
    }

    /// <summary>Some publishers write the coordinates where the name belongs.</summary>
    private static string? Name(JsonElement value, Repairs repairs)
    {
        if (value.Get("name"u8).Line(NormalisingLimits.Name) is not { } name)
            return null;
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !IsNumber(name.AsSpan(0, comma)) || !IsNumber(name.AsSpan(comma + 1)))
            return name;
        repairs.Add("place-name-is-coordinates", name);
        return null;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static List<string>? Amenities(JsonElement value)
    {
        List<string>? labels = null;
        foreach (var feature in value.Each())
        {
            if (feature.Get("value"u8).Boolean() == true && AmenityName(feature) is { } label && labels?.Contains(label) != true)
                (labels ??= []).Add(label);
            if (labels?.Count == NormalisingLimits.Amenities)
                break;
        }

        return labels;
    }

    /// <summary>Its name, or its type in words: <c>ChangingFacilities</c> is "Changing Facilities".</summary>
    private static string? AmenityName(JsonElement feature)
    {
        if (feature.Get("name"u8).Line(NormalisingLimits.Label) is { } name)
            return name;
        var type = System.Text.Encoding.UTF8.GetString(JsonValues.LastPart(feature.Get("@type"u8, "type"u8).First().Utf8()));
        var words = string.Concat(type.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}"));
        return type == "LocationFeatureSpecification" ? null : Text.Line(words, NormalisingLimits.Label);
    }
}
