using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Signposting.Api.Opportunities;

namespace Signposting.Api.Extracts;

/// <summary>
/// The package of a month: a zip that explains itself. Made of what was published and of nothing else, so that making it again gives the
/// same bytes.
/// </summary>
internal static class Package
{
    // The earliest time that a zip can hold: when it was made is no part of it.
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task WriteAsync(Stream output, MonthReport report, CancellationToken cancel)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true) { Comment = MarkOf(report.Digest) };
        var sums = new StringBuilder();
        foreach (var (name, content) in await FilesOfAsync(report, cancel))
        {
            await AddAsync(zip, name, content, cancel);
            sums.Append(Convert.ToHexStringLower(SHA256.HashData(content))).Append("  ").Append(name).Append('\n');
        }

        await AddAsync(zip, "SHA256SUMS", Encoding.UTF8.GetBytes(sums.ToString()), cancel);
    }

    /// <summary>Whether it is a whole package, and of the document with this digest: not of another store's, that stood here before.</summary>
    public static bool IsOf(string file, string digest)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            return zip.Comment == MarkOf(digest);
        }
        catch (Exception failure) when (failure is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    private static string MarkOf(string? digest) => digest is null ? "" : $"published:{digest}";

    private static async Task<List<(string Name, byte[] Content)>> FilesOfAsync(MonthReport report, CancellationToken cancel)
    {
        List<(string, byte[])> files = [("README.txt", Encoding.UTF8.GetBytes(PackageReadme.Of(report)))];
        foreach (var shape in TableShape.All)
        {
            using var table = new MemoryStream();
            await UsageCsv.WriteAsync(table, report, shape, cancel);
            files.Add(($"{shape.Name}.csv", table.ToArray()));
        }

        files.AddRange(OfferShape.All.Select(shape => ($"{shape.Name}.csv", OfferCsv(report, shape))));
        files.Add(("dictionary.csv", DictionaryCsv()));
        files.Add(("csvw-metadata.json", Encoding.UTF8.GetBytes(CsvwMetadata.Of(report))));
        return files;
    }

    private static byte[] OfferCsv(MonthReport report, OfferShape shape)
    {
        var csv = new CsvText();
        foreach (var column in shape.Columns)
            csv.Value(column.Name);
        csv.EndRecord();
        foreach (var row in shape.Rows(report))
        {
            csv.Value(report.Month);
            csv.Value(report.Icb ?? UsageParameters.National);
            foreach (var key in row.Key)
                csv.Text(key);
            foreach (var figure in row.Figures)
                csv.Value(figure?.ToString(CultureInfo.InvariantCulture) ?? "*");
            foreach (var _ in shape.Own.Skip(row.Key.Count + row.Figures.Count))
                csv.Value("");
            csv.EndRecord();
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static byte[] DictionaryCsv()
    {
        var csv = new CsvText();
        foreach (var column in (string[])["file", "column", "type", "meaning"])
            csv.Value(column);
        csv.EndRecord();
        foreach (var (file, column) in DataDictionary.All.SelectMany(file => file.Columns.Select(column => (file.Name, column))))
        {
            csv.Value($"{file}.csv");
            csv.Value(column.Name);
            csv.Value(column.Type);
            csv.Text(column.Meaning);
            csv.EndRecord();
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] content, CancellationToken cancel)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Timeless;
        await using var body = entry.Open();
        await body.WriteAsync(content, cancel);
    }
}
