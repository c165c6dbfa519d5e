using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Signposting.Api.Extracts;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Recorded;
using Signposting.Api.Tests.Running;
using Signposting.Api.Tests.Usage;
using Signposting.Store;

namespace Signposting.Api.Tests.Extracts;

/// <summary>The monthly packages.</summary>
public sealed class PackageTests
{
    [Theory, EachEngine]
    public async Task A_package_is_listed_fetched_whole_and_the_same_when_it_is_made_again(StoreEngine engine)
    {
        using var folder = new TestFolder();
        var board = await Board.OpenAsync(engine, "--Usage:ExtractsFolder", folder.Path);
        await using var service = board.Service;
        await board.RecordAsync(Board.OfMay());
        await board.TableAsync("by-condition");

        var listed = await board.JsonAsync("/v1/extracts");
        var (status, body, type) = await board.AskAsync("/v1/extracts/2026-05-QWO", "*/*");

        Assert.Equal("""["2026-05-QWO"]""", new JsonArray([.. listed["items"]!.AsArray().Select(item => JsonValue.Create((string)item!["id"]!))]).ToJsonString());
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (status, type));
        // The service may be making the national one by itself meanwhile.
        var file = Assert.Single(Directory.GetFiles(folder.Path, "*QWO*"));
        File.Delete(file);
        Assert.Equal(body, (await board.AskAsync("/v1/extracts/2026-05-QWO", "*/*")).Body);
        var downloads = await service.Store.ListUsageDownloadsAsync(10, CancellationToken.None);
        Assert.Equal([("Test practice", "QWO", "2026-05-QWO"), ("Test practice", "QWO", "2026-05-QWO")], downloads.Select(one => (one.Client, one.Icb!, one.Extract)));
        Assert.All(downloads, download => Assert.Equal(service.Time.GetUtcNow(), download.At));
    }

    [Fact]
    public async Task A_package_explains_itself_and_its_checksums_are_right()
    {
        using var folder = new TestFolder();
        var board = await Board.OpenAsync(StoreEngine.Sqlite, "--Usage:ExtractsFolder", folder.Path);
        await using var service = board.Service;
        await Surgery.FillAsync(service.Store);
        await board.RecordAsync(Board.OfMay());
        await board.TableAsync("by-condition");

        var files = FilesOf((await board.AskAsync("/v1/extracts/2026-05-QWO", "*/*")).Body);

        Assert.Equal(
            ["README.txt", "SHA256SUMS", "adjustments.csv", "by-activity.csv", "by-area.csv", "by-channel.csv", "by-condition-and-deprivation.csv", "by-condition.csv", "by-deprivation.csv", "by-provider.csv", "csvw-metadata.json", "data-gaps.csv", "data-quality.csv", "dictionary.csv", "supply-by-activity.csv", "supply-by-condition.csv", "unmet-demand.csv"],
            files.Keys.Order(StringComparer.Ordinal));
        foreach (var line in Encoding.UTF8.GetString(files["SHA256SUMS"]).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(files[line[66..]])));
        Assert.Equal((await board.AskAsync("/v1/usage?month=2026-05&table=by-provider", "text/csv")).Body, files["by-provider.csv"]);
        Assert.Contains("2026-05,QWO,15F,falls,", Encoding.UTF8.GetString(files["supply-by-condition.csv"]), StringComparison.Ordinal);
        Assert.Contains($"2026-05,QWO,15F,{Town.TaiChiId},Tai Chi,1", Encoding.UTF8.GetString(files["supply-by-activity.csv"]), StringComparison.Ordinal);
        Assert.Contains("must not try to identify anybody", Encoding.UTF8.GetString(files["README.txt"]), StringComparison.Ordinal);
        Described(files);
    }

    [Fact]
    public async Task What_records_lacked_in_searches_is_counted_by_publisher_and_not_in_the_events()
    {
        using var folder = new TestFolder();
        var board = await Board.OpenAsync(StoreEngine.Sqlite, "--Usage:ExtractsFolder", folder.Path);
        await using var service = board.Service;
        await Surgery.FillAsync(service.Store);
        for (var search = 0; search < 3; search++)
            await service.JsonAsync($"/v1/opportunities?{Town.Centre}&radius=5");

        await service.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<GapWriter>().Single().WriteAsync(service.Store, CancellationToken.None);

        var gaps = await service.Store.ReadUsageGapsAsync(new DateOnly(2026, 6, 1), CancellationToken.None);
        Assert.Equal(3, gaps.Single(gap => gap.Gap == "meetingPoint").Searches);
        Assert.Single(gaps.Select(gap => gap.Publisher).Distinct());
    }

    [Fact]
    public async Task A_package_of_another_store_that_lies_in_the_folder_is_not_served_and_neither_is_a_broken_one()
    {
        using var folder = new TestFolder();
        var other = await Board.OpenAsync(StoreEngine.Sqlite, "--Usage:ExtractsFolder", folder.Path);
        await using var service = other.Service;
        await other.RecordAsync(Board.OfMay().Take(20));
        await other.TableAsync("by-condition");
        var wrong = (await other.AskAsync("/v1/extracts/2026-05-QWO", "*/*")).Body;
        var board = await Board.OpenAsync(StoreEngine.Sqlite, "--Usage:ExtractsFolder", folder.Path);
        await using var replaced = board.Service;
        await board.RecordAsync(Board.OfMay());
        await board.TableAsync("by-condition");

        var body = (await board.AskAsync("/v1/extracts/2026-05-QWO", "*/*")).Body;

        Assert.NotEqual(wrong, body);
        Assert.Contains("falls,35,", Encoding.UTF8.GetString(FilesOf(body)["by-condition.csv"]), StringComparison.Ordinal);
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "2026-05-QWO.zip"), body[..(body.Length / 2)]);
        Assert.Equal(body, (await board.AskAsync("/v1/extracts/2026-05-QWO", "*/*")).Body);
    }

    [Fact]
    public async Task The_package_of_a_month_in_progress_is_there_only_where_the_operator_says_so_and_says_that_it_is_not_whole()
    {
        using var folder = new TestFolder();
        var board = await Board.OpenAsync(StoreEngine.Sqlite, "--Usage:ExtractsFolder", folder.Path, "--Usage:PublishMonthInProgress", "true");
        await using var service = board.Service;
        await board.RecordAsync(Enumerable.Range(0, 20).Select(number => Board.Signpost(number) with { Day = new DateOnly(2026, 6, 9) }));

        var item = (await board.JsonAsync("/v1/extracts"))["items"]![0]!;
        var files = FilesOf((await board.AskAsync("/v1/extracts/2026-06-QWO", "*/*")).Body);

        Assert.Equal(("2026-06-QWO", true, false), ((string)item["id"]!, (bool)item["inProgress"]!, item.AsObject().ContainsKey("publishedAt")));
        Assert.Contains("THE MONTH IS NOT OVER", Encoding.UTF8.GetString(files["README.txt"]), StringComparison.Ordinal);
        Assert.Contains("falls,20,", Encoding.UTF8.GetString(files["by-condition.csv"]), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "2026-06-QWO.zip")));
        Assert.Empty(await service.Store.ListUsageMonthsAsync(CancellationToken.None));
        Assert.Equal(HttpStatusCode.NotFound, (await board.AskAsync("/v1/extracts/2026-07-QWO", "*/*")).Status);
    }

    [Theory]
    [InlineData("2026-05-QYG", HttpStatusCode.Forbidden)]
    [InlineData("2026-05-national", HttpStatusCode.Forbidden)]
    [InlineData("2026-04-QWO", HttpStatusCode.NotFound)]
    [InlineData("2026-06-QWO", HttpStatusCode.NotFound)]
    [InlineData("2026-05-qwo", HttpStatusCode.NotFound)]
    [InlineData("2026-5-QWO", HttpStatusCode.NotFound)]
    [InlineData("..%2F..%2Fetc%2Fpasswd", HttpStatusCode.NotFound)]
    public async Task Other_packages_are_refused(string id, HttpStatusCode expected)
    {
        var board = await Board.OpenAsync(StoreEngine.Sqlite);
        await using var service = board.Service;
        await board.RecordAsync(Board.OfMay());

        Assert.Equal(expected, (await board.AskAsync($"/v1/extracts/{id}", "*/*")).Status);
        Assert.Empty(await service.Store.ListUsageDownloadsAsync(10, CancellationToken.None));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_a_503_and_leaves_nothing()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "taken");
        await File.WriteAllTextAsync(file, "");
        var board = await Board.OpenAsync(StoreEngine.Sqlite, "--Usage:ExtractsFolder", file);
        await using var service = board.Service;
        await board.RecordAsync(Board.OfMay());
        await board.TableAsync("by-condition");

        var problem = await board.JsonAsync("/v1/extracts/2026-05-QWO", HttpStatusCode.ServiceUnavailable);

        Assert.Equal("urn:signposting:problem:package-not-made", (string?)problem["type"]);
        Assert.Empty(await service.Store.ListUsageDownloadsAsync(10, CancellationToken.None));
    }

    private static Dictionary<string, byte[]> FilesOf(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var body = entry.Open();
            body.CopyTo(content);
            return content.ToArray();
        });
    }

    /// <summary>The metadata names the columns of every file as they are.</summary>
    private static void Described(Dictionary<string, byte[]> files)
    {
        var tables = JsonNode.Parse(files["csvw-metadata.json"])!["tables"]!.AsArray();
        Assert.Equal(files.Keys.Count(name => name.EndsWith(".csv", StringComparison.Ordinal)) - 1, tables.Count);
        foreach (var table in tables)
        {
            var header = Encoding.UTF8.GetString(files[(string)table!["url"]!][3..]).Split("\r\n")[0];
            Assert.Equal(header, string.Join(',', table["tableSchema"]!["columns"]!.AsArray().Select(column => (string)column!["name"]!)));
        }
    }
}
