using System.Globalization;
using System.Text;
using Feeds.Sample.Places;

namespace Feeds.Sample.Postcodes;

/// <summary>
/// The postcodes of each town. The outward codes are real. The inward codes are well-formed and made up by a rule that
/// anyone can see: each ends in one of four pairs of letters from the end of the alphabet (ZX, ZY, YX, YZ). So are their
/// places: the first outward code of a town lies around its centre, the others in sectors around that.
/// The same for every seed, so that a table imported once fits any sample.
/// </summary>
internal sealed class PostcodeTable
{
    private static readonly string[] MadeUpLetters = ["ZX", "ZY", "YX", "YZ"];

    private readonly Dictionary<Town, SamplePostcode[]> _byTown = Towns.All.ToDictionary(town => town, Make);

    /// <summary>The live postcodes of a town.</summary>
    public SamplePostcode[] Of(Town town) => _byTown[town];

    /// <summary>
    /// A table with the ONS Postcode Directory's column names: every live postcode, one terminated postcode a town, and
    /// LS1 3AD, a real one, because the documentation's examples use it.
    /// </summary>
    public string ToCsv()
    {
        var csv = new StringBuilder("pcd,pcds,doterm,lat,long\n");
        Append(csv, new("LS1 3AD", new(53.798, -1.549)));
        foreach (var town in Towns.All)
        {
            foreach (var postcode in _byTown[town])
            {
                Append(csv, postcode);
            }

            Append(csv, new($"{town.Outcodes[^1]} 0ZZ", new(town.Latitude, town.Longitude), "202312"));
        }

        return csv.ToString();
    }

    private static void Append(StringBuilder csv, SamplePostcode postcode)
    {
        // The directory's "pcd" has seven characters: the inward code stands at the end.
        var (outward, inward) = (postcode.Text[..^4], postcode.Text[^3..]);
        csv.Append(CultureInfo.InvariantCulture, $"{outward.PadRight(4)}{inward},{postcode.Text},{postcode.Terminated},")
            .Append(CultureInfo.InvariantCulture, $"{postcode.Centre.Latitude:0.000000},{postcode.Centre.Longitude:0.000000}\n");
    }

    private static SamplePostcode[] Make(Town town) =>
        [.. from outcode in Enumerable.Range(0, town.Outcodes.Length)
            from digit in Enumerable.Range(0, 10)
            from letters in MadeUpLetters
            let text = $"{town.Outcodes[outcode]} {digit}{letters}"
            select new SamplePostcode(text, PlaceOf(town, outcode, text))];

    private static GeoPoint PlaceOf(Town town, int outcode, string text)
    {
        var dice = new Dice(0, Purpose.Postcode, text.Aggregate(0L, (sum, c) => (sum * 43) + c));
        var (angle, distance) = outcode == 0
            ? (dice.Fraction() * Math.Tau, Math.Sqrt(dice.Fraction()) * 0.45)
            : ((outcode - 1 + dice.Fraction()) / (town.Outcodes.Length - 1) * Math.Tau, 0.35 + (Math.Sqrt(dice.Fraction()) * 0.65));
        var (east, north) = (Math.Sin(angle) * distance * town.RadiusKm, Math.Cos(angle) * distance * town.RadiusKm);
        return new GeoPoint(town.Latitude, town.Longitude).Moved(AwayFromSea(east, town.Sea, Compass.East, Compass.West), AwayFromSea(north, town.Sea, Compass.North, Compass.South));
    }

    private static double AwayFromSea(double km, Compass sea, Compass towardsPlus, Compass towardsMinus) =>
        sea == towardsPlus ? -Math.Abs(km) : sea == towardsMinus ? Math.Abs(km) : km;
}
