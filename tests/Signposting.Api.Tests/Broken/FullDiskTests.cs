using System.Net;
using System.Text.Json.Nodes;
using Signposting.Api.Tests.Running;
using Signposting.Store.Tests.Stores;

namespace Signposting.Api.Tests.Broken;

/// <summary>The real program, whose store lies on a disk that really is full.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task A_full_disk_pauses_harvesting_and_not_searching_and_harvesting_goes_on_by_itself_once_there_is_room()
    {
        using var disk = SmallDisk.Mount();
        await AssertPausesAndGoesOnAsync(disk, "--Store:Connection", disk.Connection);
    }

    [Fact]
    public async Task So_it_does_when_the_disk_of_PostgreSQL_is_full()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        using var disk = SmallDisk.MountForPostgres();
        await using var postgres = await PrivatePostgres.StartAsync();
        await AssertPausesAndGoesOnAsync(disk, "--Store:Engine", "postgis", "--Store:Connection", await postgres.CreateDatabaseInAsync(disk.Path));
    }

    private static async Task AssertPausesAndGoesOnAsync(SmallDisk disk, params string[] store)
    {
        using var folder = new TestFolder();
        await using var walks = new Walks();
        walks.Add(10);
        await using var service = await ServiceProcess.StartAsync(folder.Path, [.. store, .. walks.Settings]);
        await service.UntilAsync(Walks.Search, Holds(10));
        Assert.Null((await service.GetAsync("/v1/feeds")).Body["harvest"]);

        disk.Fill();
        walks.Add(80, characters: 20_000);

        var paused = await service.UntilAsync("/v1/feeds", feeds => feeds["harvest"] is not null);
        Assert.Equal("store-full", (string?)paused["harvest"]!["code"]);
        Assert.Contains("Make room", (string?)paused["harvest"]!["text"], StringComparison.Ordinal);
        var (readiness, ready) = await service.GetAsync("/health/ready");
        Assert.Equal((HttpStatusCode.OK, "ok"), (readiness, (string?)ready["parts"]!["store"]));
        Assert.Contains("disk of the store is full", (string?)ready["parts"]!["harvest"], StringComparison.Ordinal);
        await service.UntilAsync(Walks.Search, Holds(10));
        Assert.Contains("Harvesting pauses: The disk of the store is full.", service.Program.Output, StringComparison.Ordinal);

        disk.MakeRoom();

        await service.UntilAsync(Walks.Search, Holds(90));
        Assert.Null((await service.GetAsync("/v1/feeds")).Body["harvest"]);
        Assert.Equal("ok", (string?)(await service.GetAsync("/health/ready")).Body["parts"]!["harvest"]);
    }

    private static Func<JsonNode, bool> Holds(int walks) => answer => answer["items"]!.AsArray().Count == walks;
}
