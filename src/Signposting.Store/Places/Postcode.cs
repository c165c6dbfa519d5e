using Signposting.Store.Opportunities;

namespace Signposting.Store.Places;

/// <summary>A row of the imported postcode directory.</summary>
/// <param name="Text">Canonical: upper case, one space before the last three letters (<c>LS1 3AD</c>).</param>
/// <param name="Point">Absent where the directory has no coordinates (99.999999).</param>
/// <param name="TerminatedAt">Year and month, <c>yyyy-MM</c>; null: live.</param>
public sealed record Postcode(string Text, GeoPoint? Point, string? TerminatedAt)
{
    /// <summary>Its LSOA of 2021; absent when the directory's edition has none.</summary>
    public string? Lsoa { get; init; }

    /// <summary>Its MSOA of 2021, the same for all postcodes of an LSOA.</summary>
    public string? Msoa { get; init; }
}
