using System.Net;
using Signposting.Api.Hosting;
using Signposting.Api.Tests.Broken;
using Signposting.Api.Tests.Running;
using Signposting.Store;
using Signposting.Store.Tests.Stores;

namespace Signposting.Api.Tests.Extracts;

/// <summary>No room for a package, or for what is published: said, nothing half-written, and made when there is room.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task A_package_for_which_there_is_no_room_is_a_503_and_leaves_nothing()
    {
        using var disk = SmallDisk.Mount();
        var board = await Board.OpenAsync(StoreEngine.Sqlite, "--Usage:ExtractsFolder", disk.Path);
        await using var service = board.Service;
        // By itself the service makes packages of the last month only: of the one before there is none yet.
        await board.RecordAsync(Board.OfMay().Select(usage => usage with { Day = usage.Day.AddMonths(-1) }));
        await board.TableAsync("by-condition", "2026-04");
        disk.Fill();

        var problem = await board.JsonAsync("/v1/extracts/2026-04-QWO", HttpStatusCode.ServiceUnavailable);

        Assert.Equal("urn:signposting:problem:package-not-made", (string?)problem["type"]);
        Assert.Empty(Directory.GetFiles(disk.Path, "*2026-04*"));
        Assert.Empty(await service.Store.ListUsageDownloadsAsync(10, CancellationToken.None));
        disk.MakeRoom();
        Assert.Equal(HttpStatusCode.OK, (await board.AskAsync("/v1/extracts/2026-04-QWO", "*/*")).Status);
    }

    [Fact]
    public async Task A_month_for_which_the_store_has_no_room_is_not_published_by_half()
    {
        using var disk = SmallDisk.Mount();
        await AssertPublishesAllOrNothingAsync(disk, new StoreOptions(StoreEngine.Sqlite, disk.Connection));
    }

    [Fact]
    public async Task Nor_is_it_when_the_disk_of_PostgreSQL_is_full()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        using var disk = SmallDisk.MountForPostgres();
        await using var postgres = await PrivatePostgres.StartAsync();
        await AssertPublishesAllOrNothingAsync(disk, new StoreOptions(StoreEngine.Postgis, await postgres.CreateDatabaseInAsync(disk.Path)));
    }

    private static async Task AssertPublishesAllOrNothingAsync(SmallDisk disk, StoreOptions options)
    {
        using var folder = new TestFolder();
        await using (var store = await SpatialStore.OpenAsync(options, TimeProvider.System, CancellationToken.None))
            await store.RecordUsageAsync([.. Board.OfMay()], durable: true, CancellationToken.None);
        disk.Fill();

        var (code, errors) = await MakeAsync(folder, options);

        Assert.True(code == OperatorCommandLine.NotDone, errors);
        Assert.Contains("The store cannot be used", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "packages")));
        disk.MakeRoom();
        await using (var store = await SpatialStore.OpenAsync(options, TimeProvider.System, CancellationToken.None))
            Assert.Empty(await store.ListUsageMonthsAsync(CancellationToken.None));
        (code, errors) = await MakeAsync(folder, options);
        Assert.True(code == OperatorCommandLine.Done, errors);
    }

    private static async Task<(int Code, string Errors)> MakeAsync(TestFolder folder, StoreOptions options)
    {
        using var errors = new StringWriter();
        var code = await new OperatorCommandLine(TextWriter.Null, errors, folder.Path, new FakeTime(Board.Now)).RunAsync(
            ["extracts", "make", "--month", "2026-05", "--icb", "QWO", "--Store:Engine", options.Engine.ToString(), "--Store:Connection", options.Connection, "--Usage:ExtractsFolder", "packages"]);
        return (code, errors.ToString());
    }
}
