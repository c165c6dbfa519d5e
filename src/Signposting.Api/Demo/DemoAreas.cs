using System.Globalization;
using Signposting.Store.Areas;
using Signposting.Store.Places;

namespace Signposting.Api.Demo;

/// <summary>
/// Areas of the sample's postcodes in West and South Yorkshire, so that usage can be counted by place and deprivation. The boards are real, and
/// so is which town lies in which (NHS England, Organisation Data Service). LSOAs, MSOAs and deciles are made up: their numbers begin
/// with 9, which no census has used, and each tenth of an outward code's postcodes is one LSOA.
/// </summary>
internal static class DemoAreas
{
    private static readonly HealthBody WestYorkshire = new("E54000054", "QWO", "NHS West Yorkshire Integrated Care Board");
    private static readonly HealthBody SouthYorkshire = new("E54000061", "QF7", "NHS South Yorkshire Integrated Care Board");

    private static readonly (HealthBody Icb, HealthBody SubIcb, string OutwardCodes)[] Places =
    [
        (WestYorkshire, new("E38000225", "15F", "NHS West Yorkshire ICB - 15F (Leeds)"), "LS1 LS2 LS6 LS7 LS8 LS9 LS11 LS12"),
        (WestYorkshire, new("E38000232", "36J", "NHS West Yorkshire ICB - 36J (Bradford)"), "BD1 BD3 BD5 BD7 BD8"),
        (WestYorkshire, new("E38000254", "X2C4Y", "NHS West Yorkshire ICB - X2C4Y (Kirklees)"), "HD1 HD2 HD5"),
        (WestYorkshire, new("E38000190", "03R", "NHS West Yorkshire ICB - 03R (Wakefield)"), "WF1 WF2"),
        (WestYorkshire, new("E38000025", "02T", "NHS West Yorkshire ICB - 02T (Calderdale)"), "HX1 HX3"),
        (SouthYorkshire, new("E38000146", "03N", "NHS South Yorkshire ICB - 03N (Sheffield)"), "S1 S2 S3 S7 S8 S10 S11"),
        (SouthYorkshire, new("E38000044", "02X", "NHS South Yorkshire ICB - 02X (Doncaster)"), "DN1 DN2 DN4"),
        (SouthYorkshire, new("E38000141", "03L", "NHS South Yorkshire ICB - 03L (Rotherham)"), "S60 S65"),
        (SouthYorkshire, new("E38000006", "02P", "NHS South Yorkshire ICB - 02P (Barnsley)"), "S70 S71"),
    ];

    private static readonly Dictionary<string, Area> ByTenth = Places
        .SelectMany(place => place.OutwardCodes.Split(' ').Select(outward => (place.Icb, place.SubIcb, Outward: outward)))
        .SelectMany((place, number) => Enumerable.Range(0, 10).Select(digit => (Tenth: $"{place.Outward} {digit}", Area: AreaOf(place.Icb, place.SubIcb, number, digit))))
        .ToDictionary(one => one.Tenth, one => one.Area, StringComparer.Ordinal);

    public static IReadOnlyCollection<Area> All => ByTenth.Values;

    public static AreaVintage Vintage(DateTimeOffset now) => new() { LsoaYear = 2021, IcbYear = 2024, ImdYear = 2025, Source = "made up for the demo", ImportedAt = now };

    /// <summary>The same postcode with its area, where there is one.</summary>
    public static Postcode Placed(Postcode postcode) =>
        postcode.Text.Length > 3 && ByTenth.TryGetValue(postcode.Text[..^2], out var area) ? postcode with { Lsoa = area.Lsoa, Msoa = area.Msoa } : postcode;

    private static Area AreaOf(HealthBody icb, HealthBody subIcb, int outward, int digit) => new()
    {
        Lsoa = Code("E019", (outward * 10) + digit),
        Msoa = Code("E029", (outward * 2) + (digit / 5)),
        SubIcb = subIcb,
        Icb = icb,
        ImdDecile = 1 + (((outward * 7) + (digit * 3)) % 10),
    };

    private static string Code(string start, int number) => start + number.ToString("00000", CultureInfo.InvariantCulture);
}
