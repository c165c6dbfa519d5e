using Signposting.Store.Areas;

namespace Signposting.Store.Usage;

/// <summary>Where somebody lives, as coarse as usage is counted, with the edition that it is true for.</summary>
public sealed record UsageArea
{
    /// <summary>GSS code (<c>E02006875</c>).</summary>
    public string? Msoa { get; init; }

    /// <summary>ODS code (<c>15F</c>); null: the area is not known.</summary>
    public string? SubIcb { get; init; }

    /// <summary>ODS code (<c>QWO</c>); where the area is not known, the client's own board.</summary>
    public string? Icb { get; init; }

    /// <summary>1 is the most deprived tenth.</summary>
    public int? ImdDecile { get; init; }

    /// <summary>Years of the LSOAs, of the boards' boundaries and of the Indices of Deprivation; null: the area is not known.</summary>
    public UsageVintage? Vintage { get; init; }

    /// <summary>"Area not known", within the client's own board where that is known.</summary>
    public static UsageArea NotKnown(string? clientIcb) => new() { Icb = clientIcb };

    internal static UsageArea Of(Area area, AreaVintage? vintage) => new()
    {
        Msoa = area.Msoa,
        SubIcb = area.SubIcb.Ods,
        Icb = area.Icb.Ods,
        ImdDecile = area.ImdDecile,
        Vintage = vintage is null ? null : new UsageVintage(vintage.LsoaYear, vintage.IcbYear, vintage.ImdYear),
    };
}

/// <summary>Which editions an area is of: counts compare only within one.</summary>
public sealed record UsageVintage(int LsoaYear, int IcbYear, int ImdYear);
