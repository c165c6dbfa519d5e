using System.Globalization;
using System.Text.RegularExpressions;
using Feeds.Harvester.Tables;

namespace Feeds.Harvester.Areas;

/// <summary>
/// What a file of areas says, by its header. The names are those of the Office for National Statistics
/// (<c>LSOA21CD</c>, <c>ICB24CDH</c>), of MHCLG (<c>LSOA code (2021)</c>), and the same in words (<c>icb24_code_nhs</c>).
/// </summary>
internal sealed partial class AreaColumns
{
    private static readonly string[] LsoaNames = ["lsoa21cd", "lsoa21", "lsoa21_code", "lsoa code (2021)"];
    private static readonly string[] OldLsoaNames = ["lsoa11cd", "lsoa11", "lsoa11_code", "lsoa code (2011)", "lsoa01cd", "lsoa01"];
    private static readonly string[] LsoaNameNames = ["lsoa21nm", "lsoa21_name", "lsoa name (2021)"];
    private static readonly string[] MsoaNames = ["msoa21cd", "msoa21", "msoa21_code"];
    private const string DecileName = "index of multiple deprivation (imd) decile";

    private AreaColumns() { }

    public required int Lsoa { get; init; }

    /// <summary>Name of the LSOA; -1: the file has none.</summary>
    public required int LsoaName { get; init; }

    public required int Msoa { get; init; }

    public required int Decile { get; init; }

    /// <summary>Columns of the two boards; null: the file has none.</summary>
    public BoardColumns? Boards { get; private init; }

    public int Last => new[] { Lsoa, LsoaName, Msoa, Decile, Boards?.Last ?? -1 }.Max();

    /// <summary>Finds the columns in the header.</summary>
    /// <exception cref="TableFileException">It is no file of areas, is of another census, or mixes vintages.</exception>
    public static AreaColumns Find(CsvReader header, string file)
    {
        List<string> names = [.. Enumerable.Range(0, header.Count).Select(index => header[index].Trim().ToString().ToLowerInvariant())];
        var lsoa = IndexOf(names, LsoaNames);
        if (lsoa < 0 && IndexOf(names, OldLsoaNames) is >= 0 and var old)
        {
            throw new TableFileException(
                $"{file} is about LSOAs of an earlier census (column {names[old]}). The areas are those of 2021, which pair with the Indices of Deprivation 2025: take the edition for 2021.");
        }

        var columns = new AreaColumns
        {
            Lsoa = lsoa,
            LsoaName = IndexOf(names, LsoaNameNames),
            Msoa = IndexOf(names, MsoaNames),
            Decile = names.FindIndex(name => name == "imd_decile" || name.StartsWith(DecileName, StringComparison.Ordinal)),
            Boards = FindBoards(names, file),
        };
        if (lsoa >= 0 && (columns.Boards is not null || columns.Decile >= 0 || columns.Msoa >= 0))
            return columns;
        throw new TableFileException(
            $"{file} is none of the files of areas. Needed are, as CSV with their header lines, the look-up of LSOA (2021) to sub-ICB and ICB (LSOA21CD, SICBL24CD, SICBL24CDH, ICB24CD, ICB24CDH) and the Index of Multiple Deprivation 2025 (LSOA code (2021), … IMD Decile …); a look-up of LSOA to MSOA (LSOA21CD, MSOA21CD) is welcome.");
    }

    private static int IndexOf(List<string> names, string[] wanted) => names.FindIndex(name => wanted.Contains(name, StringComparer.Ordinal));

    private static BoardColumns? FindBoards(List<string> names, string file)
    {
        var found = names.Select((name, index) => (Match: BoardColumn().Match(name), Index: index)).Where(column => column.Match.Success).ToList();
        if (found.Count == 0)
            return null;
        var years = found.Select(column => column.Match.Groups["year"].Value).Distinct().ToList();
        if (years.Count > 1)
            throw new TableFileException($"{file} mixes boundaries of the years {string.Join(" and ", years.Select(year => $"20{year}"))}; take a look-up of one year.");
        return new BoardColumns
        {
            Year = 2000 + int.Parse(years[0], CultureInfo.InvariantCulture),
            SubIcb = Board("sicb"),
            Icb = Board("icb"),
        };

        BoardColumn Board(string kind) => new(Column(kind, "cd", "_code"), Column(kind, "cdh", "_code_nhs"), Column(kind, "nm", "_name"));

        int Column(string kind, params string[] what)
        {
            var column = found.FirstOrDefault(one => one.Match.Groups["kind"].Value == kind && what.Contains(one.Match.Groups["what"].Value));
            return column.Match is not null
                ? column.Index
                : throw new TableFileException($"{file} has no column {(kind == "icb" ? "ICB" : "SICBL")}{years[0]}{what[0].ToUpperInvariant()}; GSS code (CD), ODS code (CDH) and name (NM) of both boards are needed.");
        }
    }

    [GeneratedRegex("^(?<kind>sicb|icb)l?(?<year>[0-9]{2})(?<what>cdh|cd|nm|_code_nhs|_code|_name)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BoardColumn();
}

/// <summary>Columns of one board: GSS code, ODS code, name.</summary>
internal readonly record struct BoardColumn(int Gss, int Ods, int Name);

/// <summary>Columns of both boards, and the year of their boundaries.</summary>
internal sealed record BoardColumns
{
    public required int Year { get; init; }

    public required BoardColumn SubIcb { get; init; }

    public required BoardColumn Icb { get; init; }

    public int Last => new[] { SubIcb.Gss, SubIcb.Ods, SubIcb.Name, Icb.Gss, Icb.Ods, Icb.Name }.Max();
}
