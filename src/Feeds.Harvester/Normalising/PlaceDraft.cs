using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>A place as it is being read: what it says, and where it may be.</summary>
internal sealed record PlaceDraft(Place Place)
{
    /// <summary>A place of which nothing is said.</summary>
    internal static readonly Place Nowhere = new();

    /// <summary>Positions that the record gives, the best first.</summary>
    internal IReadOnlyList<PublishedPoint> Points { get; init; } = [];

    /// <summary>Its address names another country: no UK postcode places it.</summary>
    internal bool IsAbroad { get; init; }

    internal bool IsEmpty => Points.Count == 0 && Place == Nowhere;

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
