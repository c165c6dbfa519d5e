using System.Globalization;
using System.Text.RegularExpressions;
using Feeds.Harvester.Tables;
using Signposting.Store.Areas;

namespace Feeds.Harvester.Areas;

/// <summary>
/// Reads the official files of areas together: which boards an LSOA of 2021 lies in, its decile of the Index of Multiple
/// Deprivation 2025, and, where a file says it, its MSOA. They must speak of the same LSOAs, or they are of different editions.
/// </summary>
public sealed partial class AreaFiles
{
    /// <summary>The only Indices of Deprivation on LSOAs of 2021.</summary>
    private const int ImdYear = 2025;
    private const int LsoaYear = 2021;
    private const int MostRows = 1_000_000;
    private const int LongestName = 200;

    private readonly StatisticalCode lsoas = StatisticalCode.Lsoa();
    private readonly StatisticalCode msoas = StatisticalCode.Msoa();
    private readonly Dictionary<string, (HealthBody SubIcb, HealthBody Icb)> boards = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HealthBody> bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> deciles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> msoaByLsoa = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly List<string> files = [];
    private (string File, int Year)? boardFile;
    private string? decileFile;

    /// <summary>Reads one file; what it says is added to the others.</summary>
    /// <exception cref="TableFileException">It is not what it should be; the message names the file and the fix.</exception>
    public async Task ReadAsync(string path, CancellationToken cancel)
    {
        using var file = TableFile.Open(path);
        using var text = file.OpenText();
        var csv = new CsvReader(text);
        if (!await TableFile.AdvanceAsync(csv, cancel))
            throw new TableFileException($"{file.Name} is empty.");
        var columns = AreaColumns.Find(csv, file.Name);
        Claim(columns, file.Name);
        for (var rows = 0; await TableFile.AdvanceAsync(csv, cancel); rows++)
        {
            if (rows == MostRows)
                throw new TableFileException($"{file.Name} has more than {MostRows} rows; is it the right file?");
            Take(csv, columns, file.Name);
        }

        files.Add(file.Name);
    }

    /// <summary>All areas, when the files read so far are complete and agree.</summary>
    /// <exception cref="TableFileException">Something is missing, or they do not agree.</exception>
    public (IReadOnlyList<Area> Areas, AreaVintage Vintage) Complete(DateTimeOffset now)
    {
        if (boardFile is not { } board)
            throw new TableFileException("No file says which sub-ICB and ICB an LSOA lies in. Add the look-up of LSOA (2021) to sub-ICB and ICB.");
        if (decileFile is null)
            throw new TableFileException("No file has the Index of Multiple Deprivation. Add the one of 2025.");
        Agree(deciles.Keys, decileFile, boards.Keys, board.File);
        Agree(boards.Keys, board.File, deciles.Keys, decileFile);
        if (msoaByLsoa.Count > 0)
            Agree(boards.Keys, board.File, msoaByLsoa.Keys, "the look-up of MSOAs");
        return (
            [.. boards.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => ToArea(pair.Key, pair.Value))],
            new AreaVintage { LsoaYear = LsoaYear, IcbYear = board.Year, ImdYear = ImdYear, Source = string.Join(", ", files), ImportedAt = now });
    }

    private static void Agree(IReadOnlyCollection<string> some, string file, IReadOnlyCollection<string> others, string otherFile)
    {
        var known = others.ToHashSet(StringComparer.Ordinal);
        var missing = some.Where(lsoa => !known.Contains(lsoa)).ToList();
        if (missing.Count > 0)
        {
            throw new TableFileException(string.Create(CultureInfo.InvariantCulture,
                $"The files do not belong together: {missing.Count:N0} LSOAs of {file}, such as {missing[0]}, are not in {otherFile}. Take editions for the LSOAs of 2021."));
        }
    }

    private Area ToArea(string lsoa, (HealthBody SubIcb, HealthBody Icb) board) => new()
    {
        Lsoa = lsoa,
        Msoa = msoaByLsoa.GetValueOrDefault(lsoa),
        MsoaName = names.GetValueOrDefault(lsoa),
        SubIcb = board.SubIcb,
        Icb = board.Icb,
        ImdDecile = deciles[lsoa],
    };

    private void Claim(AreaColumns columns, string file)
    {
        if (columns.Boards is { } found)
        {
            if (boardFile is { } other)
                throw new TableFileException($"{other.File} ({other.Year}) and {file} ({found.Year}) both say which ICB an LSOA lies in; name one of them.");
            boardFile = (file, found.Year);
        }

        if (columns.Decile < 0)
            return;
        if (decileFile is not null)
            throw new TableFileException($"{decileFile} and {file} both have the Index of Multiple Deprivation; name one of them.");
        decileFile = file;
    }

    private void Take(CsvReader row, AreaColumns columns, string file)
    {
        if (row.Count <= columns.Last)
            throw Wrong(row, file, $"it has only {row.Count} columns");
        if (lsoas.Read(row[columns.Lsoa]) is not { } lsoa)
            throw Wrong(row, file, $"'{Shown(row[columns.Lsoa])}' is no LSOA of England or Wales");
        if (lsoa[0] != 'E')
            return;
        if (columns.Boards is { } board)
            Keep(boards, lsoa, (Body(row, board.SubIcb, file), Body(row, board.Icb, file)), row, file);
        if (columns.Decile >= 0)
            Keep(deciles, lsoa, Decile(row, columns.Decile, file), row, file);
        if (columns.Msoa >= 0)
            Keep(msoaByLsoa, lsoa, msoas.Read(row[columns.Msoa]) ?? throw Wrong(row, file, $"'{Shown(row[columns.Msoa])}' is no MSOA"), row, file);
        if (columns.LsoaName >= 0 && NumberedName().Match(row[columns.LsoaName].Trim().ToString()) is { Success: true } name)
            names[lsoa] = name.Groups["msoa"].Value;
    }

    /// <summary>A look-up may name an LSOA for each of its output areas; then all must say the same.</summary>
    private static void Keep<T>(Dictionary<string, T> known, string lsoa, T value, CsvReader row, string file)
    {
        if (!known.TryAdd(lsoa, value) && !EqualityComparer<T>.Default.Equals(known[lsoa], value))
            throw Wrong(row, file, $"{lsoa} stands there before with another value");
    }

    private HealthBody Body(CsvReader row, BoardColumn column, string file)
    {
        var (gss, ods, name) = (row[column.Gss].Trim().ToString(), row[column.Ods].Trim().ToString(), row[column.Name].Trim().ToString());
        if (!GssCode().IsMatch(gss) || !BoardOds().IsMatch(ods) || name.Length is 0 or > LongestName)
            throw Wrong(row, file, $"'{Shown(gss)}', '{Shown(ods)}', '{Shown(name)}' are not the codes and the name of a board");
        var body = new HealthBody(gss, ods, name);
        if (!bodies.TryAdd(gss, body) && bodies[gss] != body)
            throw Wrong(row, file, $"{gss} stands there before with another code or name");
        return bodies[gss];
    }

    /// <summary>Spreadsheets write whole numbers as 8.0.</summary>
    private static int Decile(CsvReader row, int column, string file) =>
        decimal.TryParse(row[column], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var decile)
        && decile is >= 1 and <= 10 && decimal.IsInteger(decile)
            ? (int)decile
            : throw Wrong(row, file, $"'{Shown(row[column])}' is no decile from 1 to 10");

    private static string Shown(ReadOnlySpan<char> value) => value.Length > 40 ? string.Concat(value[..40], "…") : value.ToString();

    private static TableFileException Wrong(CsvReader row, string file, string why) => new($"{file}: the row before line {row.Line} is wrong: {why}.");

    /// <summary>An LSOA is named after its MSOA and a letter: <c>Leeds 111A</c>.</summary>
    [GeneratedRegex("^(?<msoa>.{1,90} [0-9]{3})[A-Z]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberedName();

    [GeneratedRegex("^E[0-9]{8}$", RegexOptions.CultureInvariant)]
    private static partial Regex GssCode();

    [GeneratedRegex("^[A-Z0-9]{3,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex BoardOds();
}
