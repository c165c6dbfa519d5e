using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Signposting.Store.Places;

namespace Feeds.Harvester.Postcodes;

/// <summary>
/// An ONS Postcode Directory or NSPL as it is downloaded: the CSV itself, the CSV in gzip, or the zip that holds it
/// beside its documentation. Told apart by content. Streams; nothing is unpacked to disk.
/// </summary>
public sealed class PostcodeFile : IDisposable
{
    private const int MostRows = 10_000_000;
    private readonly FileStream file;

    private PostcodeFile(FileStream file) => this.file = file;

    /// <summary>The file's name, for the record of where the postcodes came from.</summary>
    public string Name => Path.GetFileName(file.Name);

    /// <summary>Rows read so far.</summary>
    public long Rows { get; private set; }

    /// <summary>The share of the file that was read, from 0 to 1.</summary>
    public double Share => file.Length == 0 ? 1 : Math.Clamp((double)file.Position / file.Length, 0, 1);

    /// <summary>Opens a file.</summary>
    /// <exception cref="PostcodeFileException">It cannot be opened.</exception>
    public static PostcodeFile Open(string path)
    {
        try
        {
            return new PostcodeFile(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 256 * 1024));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new PostcodeFileException($"{path} cannot be read: {failed.Message}", failed);
        }
    }

    /// <summary>Reads all rows, once.</summary>
    /// <exception cref="PostcodeFileException">The file is not a postcode directory, or breaks off.</exception>
    public async IAsyncEnumerable<Postcode> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        using var text = new StreamReader(Unpacked(), Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 256 * 1024);
        var csv = new CsvReader(text);
        if (!await AdvanceAsync(csv, cancel))
            throw new PostcodeFileException("The file is empty.");
        var columns = PostcodeColumns.Find(csv);
        while (await AdvanceAsync(csv, cancel))
        {
            if (++Rows > MostRows)
                throw new PostcodeFileException($"The file has more than {MostRows} rows; is it the directory?");
            yield return columns.Read(csv);
        }

        if (Rows == 0)
            throw new PostcodeFileException("The file has a header and no rows.");
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static async ValueTask<bool> AdvanceAsync(CsvReader csv, CancellationToken cancel)
    {
        try
        {
            return await csv.ReadAsync(cancel);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            throw new PostcodeFileException($"The file breaks off or is damaged: {broken.Message}", broken);
        }
    }

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

    /// <summary>The directory is the largest CSV of its zip; the others are look-up tables and the same rows by area.</summary>
    private Stream LargestCsv()
    {
        try
        {
            var entry = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true).Entries
                .Where(entry => entry.FullName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                .MaxBy(entry => entry.Length);
            return entry?.Open() ?? throw new PostcodeFileException("The zip file holds no CSV file.");
        }
        catch (InvalidDataException broken)
        {
            throw new PostcodeFileException($"The zip file is damaged: {broken.Message}", broken);
        }
    }
}
