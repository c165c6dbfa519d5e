namespace Signposting.Store.Areas;

/// <summary>A body of the NHS in England, by both of its codes.</summary>
/// <param name="Gss">Code of the Office for National Statistics (<c>E54000054</c>).</param>
/// <param name="Ods">Code of the Organisation Data Service (<c>QWO</c>).</param>
/// <param name="Name">As the look-up has it.</param>
public sealed record HealthBody(string Gss, string Ods, string Name);

/// <summary>
/// An LSOA of 2021 in England and what it lies in. Sources: ONS look-up of LSOA (2021) to sub-ICB and ICB; MHCLG, English
/// Indices of Deprivation 2025. Which editions: <see cref="AreaVintage"/>.
/// </summary>
public sealed record Area
{
    /// <summary>LSOA 2021 (<c>E01011365</c>).</summary>
    public required string Lsoa { get; init; }

    /// <summary>MSOA 2021 (<c>E02006875</c>); absent when no imported file says it.</summary>
    public string? Msoa { get; init; }

    /// <summary>ONS's name of the MSOA (<c>Leeds 111</c>).</summary>
    public string? MsoaName { get; init; }

    public required HealthBody SubIcb { get; init; }

    public required HealthBody Icb { get; init; }

    /// <summary>Decile of the Index of Multiple Deprivation: 1 is the most deprived tenth of LSOAs.</summary>
    public required int ImdDecile { get; init; }
}

/// <summary>Which editions the areas are of. Boundaries change and boards merge, so that counts compare only within one vintage.</summary>
public sealed record AreaVintage
{
    /// <summary>Year of the census whose LSOAs they are.</summary>
    public required int LsoaYear { get; init; }

    /// <summary>Year of the sub-ICB and ICB boundaries.</summary>
    public required int IcbYear { get; init; }

    /// <summary>Year of the Indices of Deprivation.</summary>
    public required int ImdYear { get; init; }

    /// <summary>The files they came from.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }
}
