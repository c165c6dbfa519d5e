namespace Feeds.Sample.Places;

/// <summary>A made-up place, with the JSON that every item held there repeats.</summary>
internal sealed record Venue
{
    public required int Number { get; init; }

    public required string Name { get; init; }

    public required VenueKind Kind { get; init; }

    public required Town Town { get; init; }

    public required string Street { get; init; }

    public required string Postcode { get; init; }

    public required GeoPoint Point { get; init; }

    public required string Telephone { get; init; }

    /// <summary>The amenities stated, by OpenActive type name; empty where the venue states none.</summary>
    public required IReadOnlyList<(string Type, bool Value)> Amenities { get; init; }

    /// <summary>The town's place in <see cref="Towns.All"/>.</summary>
    public required int TownNumber { get; init; }

    /// <summary>Numbers of those who run classes of any kind here, the owner first.</summary>
    public required int[] Organisers { get; init; }
}
