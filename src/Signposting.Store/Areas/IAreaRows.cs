namespace Signposting.Store.Areas;

/// <summary>Reads areas.</summary>
internal interface IAreaReader
{
    ValueTask<Area?> FindAreaAsync(string lsoa, CancellationToken cancel);

    ValueTask<AreaVintage?> ReadAreaVintageAsync(CancellationToken cancel);
}

/// <summary>Writes areas.</summary>
internal interface IAreaWriter
{
    /// <summary>Replaces all areas.</summary>
    Task WriteAreasAsync(IReadOnlyList<Area> areas, AreaVintage vintage, CancellationToken cancel);

    /// <summary>The MSOA of each LSOA, as a postcode directory has them.</summary>
    Task WriteMsoasAsync(IReadOnlyList<KeyValuePair<string, string>> msoaByLsoa, long generation, CancellationToken cancel);
}
