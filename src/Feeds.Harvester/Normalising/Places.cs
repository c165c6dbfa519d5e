using System.Text.Json;
using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Reads <c>location</c>: a Place, several of which the first with content counts, or a name.</summary>
/// <param name="whereabouts">Decides where it is.</param>
/// <param name="repeated">Places as they were read before.</param>
internal sealed class Places(Whereabouts whereabouts, Repeated repeated)
{
    /// <summary>The venue; null when nothing is stated that helps to find it.</summary>
    internal Place? Read(JsonValue value, Repairs repairs)
    {
        foreach (var entry in value.Each())
        {
            if (IsVirtual(entry) || ReadOnce(entry, repairs) is not { } draft)
                continue;
            if (value.ValueKind == JsonValueKind.Array)
                repairs.AddOnce("location-as-list", $"{value.GetArrayLength()} entries");
            return Locate(draft, repairs);
        }

        return null;
    }

    /// <summary>schema.org allows a VirtualLocation as <c>location</c>: that is no venue.</summary>
    internal static bool IsVirtual(JsonValue place) =>
        JsonValues.LastPart(place.Get(Property.AtType, Property.Type).First().Utf8()).SequenceEqual("VirtualLocation"u8);

    private Place? Locate(PlaceDraft draft, Repairs repairs)
    {
        if (draft.IsAbroad && draft.Postcode is not null)
            repairs.Add(PlaceNotes.PostcodeAbroad, draft.Postcode);
        return draft.At(whereabouts.Locate(draft.Points, draft.IsAbroad ? null : draft.Postcode, repairs));
    }

    /// <summary>What has to be repaired is read each time, since each record notes it.</summary>
    private PlaceDraft? ReadOnce(JsonValue value, Repairs repairs)
    {
        if (!value.IsObject())
            return ReadOne(value, NormalisingLimits.PlaceLevels, repairs);
        if (repeated.Places.TryGet(value.Raw, out var draft, out var hash))
            return draft;
        var needed = new Repairs();
        draft = ReadOne(value, NormalisingLimits.PlaceLevels, needed);
        if (!needed.IsEmpty)
            return ReadOne(value, NormalisingLimits.PlaceLevels, repairs);
        repeated.Places.Keep(value.Raw, hash, draft);
        return draft;
    }

    private static PlaceDraft? ReadOne(JsonValue value, int levels, Repairs repairs)
    {
        if (!value.IsObject())
            return value.Line(NormalisingLimits.Name) is { } words && !Labels.IsUrl(words) ? Named(words, repairs) : null;
        var named = Named(value.Get(Property.Name).Line(NormalisingLimits.Name), repairs);
        var address = Addresses.Read(value.Get(Property.Address), repairs);
        var place = new Place
        {
            Name = named.Place.Name,
            Address = address.Line,
            Locality = address.Locality,
            Postcode = address.Postcode,
            Telephone = value.Get(Property.Telephone).Telephone(),
            Url = value.Get(Property.Url).Url(),
            Amenities = Amenities(value.Get(Property.AmenityFeature)),
        };
        var draft = new PlaceDraft(place)
        {
            Points = Coordinates.Read(value, repairs) is { } point ? [point, .. named.Points] : named.Points,
            IsAbroad = address.IsAbroad,
        };
        var around = value.Get(Property.ContainedInPlace).First();
        if (levels > 1 && around.IsObject() && ReadOne(around, levels - 1, repairs) is { } outer)
            draft = draft.Within(outer);
        return draft.IsEmpty ? null : draft;
    }

    /// <summary>Some publishers write the coordinates where the name belongs.</summary>
    private static PlaceDraft Named(string? name, Repairs repairs)
    {
        if (name is null || Coordinates.ReadName(name) is not { } point)
            return new PlaceDraft(new Place { Name = name });
        repairs.Add("place-name-is-coordinates", name);
        return new PlaceDraft(new Place()) { Points = [point] };
    }

    private static List<string>? Amenities(JsonValue value)
    {
        List<string>? labels = null;
        foreach (var feature in value.Each())
        {
            if (feature.Get(Property.Value).Boolean() == true && AmenityName(feature) is { } label && labels?.Contains(label) != true)
                (labels ??= []).Add(label);
            if (labels?.Count == NormalisingLimits.Amenities)
                break;
        }

        return labels;
    }

    /// <summary>Its name, or its type in words: <c>ChangingFacilities</c> is "Changing Facilities".</summary>
    private static string? AmenityName(JsonValue feature)
    {
        if (feature.Get(Property.Name).Line(NormalisingLimits.Label) is { } name)
            return name;
        var type = System.Text.Encoding.UTF8.GetString(JsonValues.LastPart(feature.Get(Property.AtType, Property.Type).First().Utf8()));
        var words = string.Concat(type.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}"));
        return type == "LocationFeatureSpecification" ? null : Text.Line(words, NormalisingLimits.Label);
    }
}
