using System.IO.Compression;
using System.Text;

namespace Feeds.Harvester.Tables;

/// <summary>
/// A table as it is downloaded: the CSV itself, the CSV in gzip, or the zip that holds it beside its documentation. Told
/// apart by content. Streams; nothing is unpacked to disk.
/// </summary>
internal sealed class TableFile : IDisposable
{
    private const int BufferSize = 256 * 1024;
    private readonly FileStream file;

    private TableFile(FileStream file) => this.file = file;

    /// <summary>The file's name, for the record of where the data came from.</summary>
    public string Name => Path.GetFileName(file.Name);

    /// <summary>The share of the file that was read, from 0 to 1.</summary>
    public double Share => file.Length == 0 ? 1 : Math.Clamp((double)file.Position / file.Length, 0, 1);

    /// <summary>Opens a file.</summary>
    /// <exception cref="TableFileException">It cannot be opened.</exception>
    public static TableFile Open(string path)
    {
        try
        {
            return new TableFile(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new TableFileException($"{path} cannot be read: {failed.Message}", failed);
        }
    }

    /// <summary>The CSV, from its beginning; once.</summary>
    /// <exception cref="TableFileException">It is a zip file without a CSV, or a damaged one.</exception>
    public StreamReader OpenText() => new(Unpacked(), Encoding.UTF8, detectEncodingFromByteOrderMarks: true, BufferSize);

    /// <summary>Goes to the next record; false at the end.</summary>
    /// <exception cref="TableFileException">The file breaks off, or is no CSV.</exception>
    public static async ValueTask<bool> AdvanceAsync(CsvReader csv, CancellationToken cancel)
    {
        try
        {
            return await csv.ReadAsync(cancel);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            throw new TableFileException($"The file breaks off or is damaged: {broken.Message}", broken);
        }
    }

    public void Dispose() => file.Dispose();

    private Stream Unpacked()
    {
        Span<byte> start = stackalloc byte[4];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start[..read] switch
        {
            [(byte)'P', (byte)'K', 3, 4] => LargestCsv(),
            [0x1f, 0x8b, ..] => new GZipStream(file, CompressionMode.Decompress),
            _ => file,
        };
    }

    /// <summary>The data is the largest CSV of its zip; the others are look-up tables, and the same rows by area.</summary>
    private Stream LargestCsv()
    {
        try
        {
            var entry = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true).Entries
                .Where(entry => entry.FullName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                .MaxBy(entry => entry.Length);
            return entry?.Open() ?? throw new TableFileException("The zip file holds no CSV file.");
        }
        catch (InvalidDataException broken)
        {
            throw new TableFileException($"The zip file is damaged: {broken.Message}", broken);
        }
    }
}
