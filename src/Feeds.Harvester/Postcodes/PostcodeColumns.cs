using System.Globalization;
using Feeds.Harvester.Areas;
using Feeds.Harvester.Tables;
using Signposting.Store.Opportunities;
using Signposting.Store.Places;

namespace Feeds.Harvester.Postcodes;

/// <summary>
/// Where the columns of the ONS Postcode Directory and the NSPL stand, and what they mean. Both files share these names;
/// editions since 2024 call <c>pcd</c> <c>pcd7</c>.
/// </summary>
internal sealed class PostcodeColumns
{
    private static readonly string[] PostcodeNames = ["pcds", "pcd", "pcd7", "pcd8", "pcd2"];
    private static readonly string[] LsoaNames = ["lsoa21", "lsoa21cd"];
    private static readonly string[] MsoaNames = ["msoa21", "msoa21cd"];

    private const double NoLatitude = 99.0;
    private const double South = 49;
    private const double North = 61.5;
    private const double West = -9;
    private const double East = 2.5;

    private readonly int postcode;
    private readonly int terminated;
    private readonly int latitude;
    private readonly int longitude;
    private readonly int lsoa;
    private readonly int msoa;
    private readonly StatisticalCode lsoas = StatisticalCode.Lsoa();
    private readonly StatisticalCode msoas = StatisticalCode.Msoa();

    private PostcodeColumns(int postcode, int terminated, int latitude, int longitude, int lsoa, int msoa) =>
        (this.postcode, this.terminated, this.latitude, this.longitude, this.lsoa, this.msoa) = (postcode, terminated, latitude, longitude, lsoa, msoa);

    /// <summary>Whether it has the LSOAs of 2021. Those of 2011 have the same form and other boundaries, and are not read.</summary>
    public bool HasAreas => lsoa >= 0;

    /// <summary>Finds the columns in the header.</summary>
    /// <exception cref="TableFileException">A column is missing; the message names it.</exception>
    public static PostcodeColumns Find(CsvReader header)
    {
        var names = Enumerable.Range(0, header.Count).Select(index => header[index].Trim().ToString().ToLowerInvariant()).ToList();
        var postcode = First(names, PostcodeNames);
        var (terminated, latitude, longitude) = (names.IndexOf("doterm"), names.IndexOf("lat"), names.IndexOf("long"));
        string[] missing =
        [
            .. postcode < 0 ? ["pcds (or pcd)"] : Array.Empty<string>(),
            .. terminated < 0 ? ["doterm"] : Array.Empty<string>(),
            .. latitude < 0 ? ["lat"] : Array.Empty<string>(),
            .. longitude < 0 ? ["long"] : Array.Empty<string>(),
        ];
        return missing.Length == 0
            ? new PostcodeColumns(postcode, terminated, latitude, longitude, First(names, LsoaNames), First(names, MsoaNames))
            : throw new TableFileException(
                $"The file has no column {string.Join(", ", missing)}. It must be the ONS Postcode Directory or the NSPL, as CSV with its header line.");
    }

    /// <summary>Reads one row.</summary>
    /// <exception cref="TableFileException">The row is not what the directory's documentation says.</exception>
    public Postcode Read(CsvReader row)
    {
        if (row.Count <= Math.Max(Math.Max(Math.Max(postcode, terminated), Math.Max(latitude, longitude)), Math.Max(lsoa, msoa)))
            throw Wrong(row, $"it has only {row.Count} columns");
        if (!PostcodeText.TryCanonical(row[postcode], out var text))
            throw Wrong(row, $"'{Shown(row[postcode])}' is no postcode");
        return new Postcode(text, Point(row), Terminated(row))
        {
            Lsoa = lsoa < 0 ? null : lsoas.Read(row[lsoa]),
            Msoa = msoa < 0 ? null : msoas.Read(row[msoa]),
        };
    }

    private static int First(List<string> names, string[] wanted) => wanted.Select(name => names.IndexOf(name)).FirstOrDefault(index => index >= 0, -1);

    private GeoPoint? Point(CsvReader row)
    {
        if (row[latitude].Trim().IsEmpty && row[longitude].Trim().IsEmpty)
            return null;
        var lat = Number(row, latitude);
        var lon = Number(row, longitude);
        if (lat >= NoLatitude)
            return null;
        return lat is >= South and <= North && lon is >= West and <= East
            ? new GeoPoint(lat, lon)
            : throw Wrong(row, string.Create(CultureInfo.InvariantCulture, $"{lat}, {lon} lies outside the United Kingdom"));
    }

    private static double Number(CsvReader row, int column) =>
        double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(row, $"'{Shown(row[column])}' is no coordinate");

    private string? Terminated(CsvReader row)
    {
        var text = row[terminated].Trim();
        if (text.IsEmpty)
            return null;
        return text.Length == 6 && text.IndexOfAnyExceptInRange('0', '9') < 0
            ? $"{text[..4]}-{text[4..]}"
            : throw Wrong(row, $"'{Shown(text)}' is no year and month (doterm)");
    }

    private static string Shown(ReadOnlySpan<char> value) => value.Length > 40 ? string.Concat(value[..40], "…") : value.ToString();

    private static TableFileException Wrong(CsvReader row, string why) => new($"The row before line {row.Line} is wrong: {why}.");
}
