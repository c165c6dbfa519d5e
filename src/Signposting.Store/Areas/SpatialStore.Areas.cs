using Signposting.Store.Areas;

namespace Signposting.Store;

/// <summary>Areas: where a postcode lies for statistics.</summary>
public sealed partial class SpatialStore
{
    /// <summary>Replaces all areas in one transaction; the old ones serve until it is through.</summary>
    public Task ImportAreasAsync(IReadOnlyList<Area> areas, AreaVintage vintage, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(vintage);
        return WriteAsync(w => w.WriteAreasAsync(areas, vintage, cancel), cancel);
    }

    /// <summary>Of which editions the areas are; null: none were imported.</summary>
    public Task<AreaVintage?> ReadAreaVintageAsync(CancellationToken cancel) => ReadAsync(r => r.ReadAreaVintageAsync(cancel).AsTask(), cancel);

    /// <summary>
    /// The area of a full postcode in canonical form. Null when that is not known: the directory does not have the postcode
    /// or has no LSOA of 2021, no areas were imported, or it lies outside England.
    /// </summary>
    public Task<Area?> FindAreaAsync(string postcode, CancellationToken cancel) => ReadAsync(
        async r => await r.FindPostcodeAsync(postcode, cancel).ConfigureAwait(false) is { Lsoa: { } lsoa }
            ? await r.FindAreaAsync(lsoa, cancel).ConfigureAwait(false)
            : null,
        cancel);

    /// <summary>The area of an LSOA of 2021; null when it is not known.</summary>
    public Task<Area?> FindAreaOfLsoaAsync(string lsoa, CancellationToken cancel) => ReadAsync(r => r.FindAreaAsync(lsoa, cancel).AsTask(), cancel);
}
