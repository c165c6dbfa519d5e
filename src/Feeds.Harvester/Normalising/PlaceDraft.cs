using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>A place as it is being read: what it says, and where it may be.</summary>
internal sealed record PlaceDraft(Place Place)
{
    /// <summary>A place of which nothing is said.</summary>
    internal static readonly Place Nowhere = new();

    private Place? _placed;

    /// <summary>In canonical form; null when what stands there has not the form of one.</summary>
    internal string? Postcode { get; } = Place.Postcode is { } text ? Postcodes.Canonical(text) : null;

    /// <summary>Positions that the record gives, the best first.</summary>
    internal PublishedPoint[] Points { get; init; } = [];

    /// <summary>Its address names another country: no UK postcode places it.</summary>
    internal bool IsAbroad { get; init; }

    internal bool IsEmpty => Points.Length == 0 && Place == Nowhere;

    /// <summary>The place where it was found to be, the same one for all records; null when nothing is known of it.</summary>
    internal Place? At(GeoPoint? point)
    {
        if (_placed is { } known && known.Point == point)
            return known;
        var place = point is null ? Place : Place with { Lat = point.Value.Lat, Lon = point.Value.Lon };
        return place == Nowhere ? null : _placed = place;
    }

    /// <summary>A court or room has the address and position of the building that it is in.</summary>
    internal PlaceDraft Within(PlaceDraft outer)
    {
        var takesAddress = Place.Address is null && Place.Postcode is null;
        var around = outer.Place;
        return new PlaceDraft(Place with
        {
            Name = Place.Name ?? around.Name,
            Address = takesAddress ? around.Address : Place.Address,
            Locality = takesAddress ? around.Locality : Place.Locality,
            Postcode = takesAddress ? around.Postcode : Place.Postcode,
            Telephone = Place.Telephone ?? around.Telephone,
            Url = Place.Url ?? around.Url,
            Amenities = Place.Amenities ?? around.Amenities,
        })
        {
            Points = [.. Points, .. outer.Points.Select(point => point with { Source = PlaceNotes.OfContainingPlace })],
            IsAbroad = takesAddress ? outer.IsAbroad : IsAbroad,
        };
    }
}
