using Signposting.Store.Opportunities;

namespace Signposting.Api.Places;

internal enum PlacePrecision : byte
{
    Coordinates,
    Postcode,
    Outcode,
}

/// <summary>A place with its coordinates: what a search is made around.</summary>
/// <param name="Postcode">Full or outward; null for coordinates.</param>
/// <param name="Terminated">Year and month, <c>yyyy-MM</c>, when the postcode is no longer in use.</param>
internal sealed record FoundPlace(GeoPoint Point, PlacePrecision Precision, string? Postcode = null, string? Terminated = null)
{
    /// <summary>Its LSOA of 2021, for usage; null where the source does not say it. Travels in no cursor.</summary>
    public string? Lsoa { get; init; }

    public override string ToString() => $"{nameof(FoundPlace)} ({Precision})";
}

/// <summary>What became of looking a place up.</summary>
internal abstract record PlaceLookUp
{
    private PlaceLookUp() { }

    public sealed record Found(FoundPlace Place) : PlaceLookUp;

    /// <summary>Well-formed, but nobody knows it, or nobody knows where it lies.</summary>
    public sealed record Unknown(string Detail) : PlaceLookUp;

    /// <summary>It could not be asked.</summary>
    public sealed record Unavailable(string Detail, int RetryAfterSeconds) : PlaceLookUp;
}
