using System.Runtime.CompilerServices;
using Feeds.Harvester.Tables;
using Signposting.Store.Places;

namespace Feeds.Harvester.Postcodes;

/// <summary>An ONS Postcode Directory or NSPL as it is downloaded: CSV, gzip or zip. Streams; nothing is unpacked to disk.</summary>
public sealed class PostcodeFile : IDisposable
{
    private const int MostRows = 10_000_000;
    private readonly TableFile file;

    private PostcodeFile(TableFile file) => this.file = file;

    /// <summary>The file's name, for the record of where the postcodes came from.</summary>
    public string Name => file.Name;

    /// <summary>Rows read so far.</summary>
    public long Rows { get; private set; }

    /// <summary>The share of the file that was read, from 0 to 1.</summary>
    public double Share => file.Share;

    /// <summary>Whether it says in which LSOA of 2021 a postcode lies; known once reading has begun.</summary>
    public bool HasAreas { get; private set; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="TableFileException">It cannot be opened.</exception>
    public static PostcodeFile Open(string path) => new(TableFile.Open(path));

    /// <summary>Reads all rows, once.</summary>
    /// <exception cref="TableFileException">The file is not a postcode directory, or breaks off.</exception>
    public async IAsyncEnumerable<Postcode> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        using var text = file.OpenText();
        var csv = new CsvReader(text);
        if (!await TableFile.AdvanceAsync(csv, cancel))
            throw new TableFileException("The file is empty.");
        var columns = PostcodeColumns.Find(csv);
        HasAreas = columns.HasAreas;
        while (await TableFile.AdvanceAsync(csv, cancel))
        {
            if (++Rows > MostRows)
                throw new TableFileException($"The file has more than {MostRows} rows; is it the directory?");
            yield return columns.Read(csv);
        }

        if (Rows == 0)
            throw new TableFileException("The file has a header and no rows.");
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
