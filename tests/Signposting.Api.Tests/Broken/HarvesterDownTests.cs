using System.Text.Json.Nodes;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Broken;

/// <summary>A service that only searches, beside a harvester in a process of its own that ends.</summary>
public sealed class HarvesterDownTests
{
    [Fact]
    public async Task Without_its_harvester_the_service_goes_on_searching_and_tells_how_old_everything_is()
    {
        using var folder = new TestFolder();
        await using var walks = new Walks();
        walks.Add(10);
        await using var service = await ServiceProcess.StartAsync(folder.Path, "--Store:Connection", folder.Connection, "--Feeds:Enabled", "false");
        Assert.Equal("absent", (string?)(await service.UntilAsync("/v1/feeds", _ => true))["harvest"]!["code"]);
        JsonNode before;
        await using (var harvester = StartHarvester(folder, walks))
        {
            before = await service.UntilAsync(Walks.Search, answer => answer["items"]!.AsArray().Count == 10);
            await service.UntilAsync("/v1/feeds", feeds => feeds["harvest"] is null);
            await service.UntilAsync(Walks.Search, answer => CheckedAt(answer) > CheckedAt(before));
            harvester.Kill();
        }

        var after = await service.UntilAsync(Walks.Search, _ => true);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        var later = await service.UntilAsync(Walks.Search, answer => answer["items"]!.AsArray().Count == 10);

        Assert.Equal(CheckedAt(after), CheckedAt(later));
        var feeds = (await service.GetAsync("/v1/feeds")).Body;
        Assert.Equal("absent", (string?)feeds["harvest"]!["code"]);
        Assert.True((long)feeds["items"]![0]!["lagSeconds"]! >= 3);
        Assert.Contains("No harvester works on this store", (string?)(await service.GetAsync("/health/ready")).Body["parts"]!["harvest"], StringComparison.Ordinal);
    }

    private static RunningProgram StartHarvester(TestFolder folder, Walks walks) => RunningProgram.Start(
        folder.Path, [Path.Combine(AppContext.BaseDirectory, "Feeds.Harvester.dll"), "run", "--Store:Connection", folder.Connection, "--Vocabularies:ActivityList", "none.jsonld", .. walks.Settings]);

    private static DateTimeOffset CheckedAt(JsonNode answer) => DateTimeOffset.Parse((string)answer["items"]![0]!["provenance"]![0]!["feedCheckedAt"]!);
}
