using System.IO.Compression;
using System.Text;
using Feeds.Harvester.Postcodes;
using Feeds.Harvester.Tables;
using Feeds.Harvester.Tests.Support;
using Signposting.Store.Opportunities;
using Signposting.Store.Places;
using Xunit;

namespace Feeds.Harvester.Tests.Postcodes;

public sealed class PostcodeFileTests : IDisposable
{
    private const string Header = "pcd,pcds,doterm,lat,long\n";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("postcodes-");

    [Fact]
    public async Task Rows_are_canonical_and_say_where_and_until_when()
    {
        var rows = await ReadAsync("\uFEFF" + Header + "\"LS1 3AD\",\"ls13ad\",\"\",53.798,-1.549\r\n\"AB1 0AA\",\"AB1 0AA\",\"199606\",57.1,-2.2\r\n\r\nJE2 3AB,JE2 3AB,,99.999999,0.000000");

        Assert.Equal(
            [new("LS1 3AD", new GeoPoint(53.798, -1.549), null), new("AB1 0AA", new GeoPoint(57.1, -2.2), "1996-06"), new("JE2 3AB", null, null)],
            rows);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("pcd,pcds,doterm,lat,long", "no rows")]
    [InlineData("pcd,lat\nLS1 3AD,53", "doterm, long")]
    [InlineData(Header + "LS1 3AD,LS1 3AD,,53.798", "columns")]
    [InlineData(Header + "Leeds,Leeds,,53.798,-1.549", "'Leeds' is no postcode")]
    [InlineData(Header + "LS1 3AD,LS1 3AD,,-1.549,53.798", "outside the United Kingdom")]
    [InlineData(Header + "LS1 3AD,LS1 3AD,,north,-1.5", "no coordinate")]
    [InlineData(Header + "LS1 3AD,LS1 3AD,soon,53.7,-1.5", "doterm")]
    [InlineData(Header + "\"LS1 3AD", "quote is not closed")]
    [InlineData(Header + "\"LS1\"x,", "after a closing quote")]
    public async Task What_is_no_directory_is_told(string content, string expected) =>
        Assert.Contains(expected, (await Assert.ThrowsAsync<TableFileException>(() => ReadAsync(content))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Gzip_and_zip_are_told_by_content_and_the_largest_csv_of_a_zip_counts()
    {
        var csv = Encoding.UTF8.GetBytes(Header + "LS1 3AD,LS1 3AD,,53.798,-1.549\n");
        var gzip = Path.Combine(folder.FullName, "gzip");
        await using (var stream = new GZipStream(File.Create(gzip), CompressionLevel.Fastest))
            await stream.WriteAsync(csv, TestContext.Current.CancellationToken);
        var zip = Path.Combine(folder.FullName, "zip");
        await using (var archive = new ZipArchive(File.Create(zip), ZipArchiveMode.Create))
        {
            await WriteAsync(archive, "Documents/names.csv", "a,b\n"u8.ToArray());
            await WriteAsync(archive, "Data/ONSPD.csv", csv);
        }

        Assert.Single(await RowsAsync(gzip));
        Assert.Single(await RowsAsync(zip));
    }

    [Fact]
    public async Task A_gzip_that_breaks_off_is_told()
    {
        using var packed = new MemoryStream();
        await using (var stream = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Repeat("LS1 3AD,LS1 3AD,,53.798,-1.549\n", 500))), TestContext.Current.CancellationToken);
        var path = Path.Combine(folder.FullName, "cut");
        await File.WriteAllBytesAsync(path, packed.ToArray()[..30], TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<TableFileException>(() => RowsAsync(path));
    }

    [Theory]
    [InlineData("onspd_sample_postcodesio_seed.csv", 31)]
    [InlineData("NSPL_FEB_2016_sample.csv", 15)]
    public async Task Rows_of_the_real_files_are_read(string name, int atLeast) =>
        Assert.True((await RowsAsync(SharedData.File("geo", name))).Count >= atLeast);

    [Theory]
    [InlineData("pcds,doterm,lat,long,lsoa21,msoa21", true)]
    [InlineData("pcds,doterm,lat,long,LSOA21CD,MSOA21CD", true)]
    [InlineData("pcds,doterm,lat,long,lsoa11,msoa11", false)]
    [InlineData("pcds,doterm,lat,long,lsoa11cd,msoa11cd", false)]
    public async Task Only_LSOAs_of_2021_are_kept(string header, bool hasAreas)
    {
        var path = Path.Combine(folder.FullName, "areas");
        await File.WriteAllTextAsync(path, $"{header}\nLS1 3AD,,53.798,-1.549,E01033010,E02006875\nJE2 3AB,,99.999999,0.0,L99999999,L99999999\nEH1 1AA,,55.95,-3.19,S01008677,S02001623\n", TestContext.Current.CancellationToken);
        using var file = PostcodeFile.Open(path);

        var rows = await file.ReadAsync(CancellationToken.None).ToListAsync();

        Assert.Equal(hasAreas, file.HasAreas);
        Assert.Equal(hasAreas ? ("E01033010", "E02006875") : (null, null), (rows[0].Lsoa, rows[0].Msoa));
        Assert.All(rows[1..], row => Assert.Equal((null, null), (row.Lsoa, row.Msoa)));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task WriteAsync(ZipArchive archive, string name, byte[] content)
    {
        await using var stream = archive.CreateEntry(name).Open();
        await stream.WriteAsync(content);
    }

    private async Task<List<Postcode>> ReadAsync(string content)
    {
        var path = Path.Combine(folder.FullName, "plain");
        await File.WriteAllTextAsync(path, content);
        return await RowsAsync(path);
    }

    private static async Task<List<Postcode>> RowsAsync(string path)
    {
        using var file = PostcodeFile.Open(path);
        return await file.ReadAsync(CancellationToken.None).ToListAsync();
    }
}
