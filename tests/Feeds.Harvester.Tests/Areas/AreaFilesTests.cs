using System.IO.Compression;
using System.Text;
using Feeds.Harvester.Areas;
using Feeds.Harvester.Tables;
using Feeds.Harvester.Tests.Support;
using Signposting.Store.Areas;
using Xunit;

namespace Feeds.Harvester.Tests.Areas;

public sealed class AreaFilesTests : IDisposable
{
    private const string BoardHeader = "LSOA21CD,LSOA21NM,SICBL24CD,SICBL24CDH,SICBL24NM,ICB24CD,ICB24CDH,ICB24NM\n";
    private const string Board = "E01011365,Leeds 111A,E38000225,15F,NHS West Yorkshire ICB - 15F,E54000054,QWO,NHS West Yorkshire Integrated Care Board\n";
    private const string ImdHeader = "LSOA code (2021),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("areas-");

    [Fact]
    public async Task The_files_together_say_what_an_area_lies_in()
    {
        var (areas, vintage) = await ReadAsync(BoardHeader + Board, ImdHeader + "E01011365,3\n", "OA21CD,LSOA21CD,MSOA21CD\nE00056750,E01011365,E02006875\nE00056751,E01011365,E02006875\nW00000001,W01000001,W02000001\n");

        var area = Assert.Single(areas);
        Assert.Equal(
            new Area
            {
                Lsoa = "E01011365", Msoa = "E02006875", MsoaName = "Leeds 111", ImdDecile = 3,
                SubIcb = new HealthBody("E38000225", "15F", "NHS West Yorkshire ICB - 15F"), Icb = new HealthBody("E54000054", "QWO", "NHS West Yorkshire Integrated Care Board"),
            },
            area);
        Assert.Equal((2021, 2024, 2025, "0.csv, 1.csv, 2.csv"), (vintage.LsoaYear, vintage.IcbYear, vintage.ImdYear, vintage.Source));
    }

    [Fact]
    public async Task Gzip_and_zip_are_read_as_they_are()
    {
        var gzip = Path.Combine(folder.FullName, "boards.gz");
        await using (var stream = new GZipStream(File.Create(gzip), CompressionLevel.Fastest))
            await stream.WriteAsync(Encoding.UTF8.GetBytes(BoardHeader + Board), TestContext.Current.CancellationToken);
        var zip = Path.Combine(folder.FullName, "imd.zip");
        await using (var archive = new ZipArchive(File.Create(zip), ZipArchiveMode.Create))
        await using (var entry = archive.CreateEntry("imd.csv").Open())
            await entry.WriteAsync(Encoding.UTF8.GetBytes(ImdHeader + "E01011365,3\n"), TestContext.Current.CancellationToken);
        var files = new AreaFiles();
        await files.ReadAsync(gzip, CancellationToken.None);
        await files.ReadAsync(zip, CancellationToken.None);

        Assert.Single(files.Complete(DateTimeOffset.UnixEpoch).Areas);
    }

    [Theory]
    [InlineData("No file has the Index of Multiple Deprivation", BoardHeader + Board)]
    [InlineData("No file says which sub-ICB", ImdHeader + "E01011365,3\n")]
    [InlineData("is none of the files of areas", "a,b\n1,2\n")]
    [InlineData("is none of the files of areas", "lsoa21cd,ward\nE01011365,x\n")]
    [InlineData("is empty", "")]
    [InlineData("earlier census (column lsoa code (2011))", "LSOA code (2011),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)\nE01011365,3\n")]
    [InlineData("earlier census (column lsoa11cd)", "LSOA11CD,SICBL24CD,SICBL24CDH,SICBL24NM,ICB24CD,ICB24CDH,ICB24NM\n")]
    [InlineData("mixes boundaries of the years 2023 and 2024", "LSOA21CD,SICBL23CD,SICBL23CDH,SICBL23NM,ICB24CD,ICB24CDH,ICB24NM\n")]
    [InlineData("has no column ICB24CDH", "LSOA21CD,SICBL24CD,SICBL24CDH,SICBL24NM,ICB24CD,ICB24NM\n")]
    [InlineData("both say which ICB", BoardHeader + Board, BoardHeader + Board)]
    [InlineData("both have the Index", ImdHeader + "E01011365,3\n", ImdHeader + "E01011365,3\n")]
    [InlineData("1 LSOAs of 1.csv, such as E01000001, are not in 0.csv", BoardHeader + Board, ImdHeader + "E01000001,3\n")]
    [InlineData("are not in the look-up of MSOAs", BoardHeader + Board, ImdHeader + "E01011365,3\n", "LSOA21CD,MSOA21CD\nE01000001,E02000001\n")]
    [InlineData("'11' is no decile", ImdHeader + "E01011365,11\n")]
    [InlineData("'3.5' is no decile", ImdHeader + "E01011365,3.5\n")]
    [InlineData("E01011365 stands there before with another value", ImdHeader + "E01011365,3\nE01011365,4\n")]
    [InlineData("'LS1' is no LSOA", ImdHeader + "LS1,3\n")]
    [InlineData("has only 1 columns", ImdHeader + "E01011365\n")]
    [InlineData("are not the codes and the name of a board", BoardHeader + "E01011365,Leeds 111A,E38000225,15F,x,E54000054,,y\n")]
    public async Task What_is_wrong_is_a_sentence(string sentence, params string[] contents)
    {
        var wrong = await Assert.ThrowsAsync<TableFileException>(() => ReadAsync(contents));

        Assert.Contains(sentence, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_files_hold_all_of_England()
    {
        var files = new AreaFiles();
        await files.ReadAsync(SharedData.File("geo", "lookup_lsoa21_icb24.csv.gz"), CancellationToken.None);
        await files.ReadAsync(SharedData.File("geo", "imd2025_england_lsoa21.csv.gz"), CancellationToken.None);

        var (areas, vintage) = files.Complete(DateTimeOffset.UnixEpoch);

        Assert.Equal((33_755, 42, 2024), (areas.Count, areas.Select(area => area.Icb.Ods).Distinct().Count(), vintage.IcbYear));
        Assert.All(areas.GroupBy(area => area.ImdDecile), decile => Assert.InRange(decile.Count(), 3_370, 3_380));
        Assert.All(areas, area => Assert.NotNull(area.MsoaName));
        Assert.Equal("Leeds 111", areas.Single(area => area.Lsoa == "E01033010").MsoaName);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<(IReadOnlyList<Area> Areas, AreaVintage Vintage)> ReadAsync(params string[] contents)
    {
        var files = new AreaFiles();
        for (var i = 0; i < contents.Length; i++)
        {
            var path = Path.Combine(folder.FullName, $"{i}.csv");
            await File.WriteAllTextAsync(path, contents[i], TestContext.Current.CancellationToken);
            await files.ReadAsync(path, CancellationToken.None);
        }

        return files.Complete(DateTimeOffset.UnixEpoch);
    }
}
