using System.Text.Json.Nodes;
using Feeds.Harvester.Tests.Support;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Broken;

/// <summary>A dataset site that cannot be read has no feed that could say so.</summary>
public sealed class SourceDownTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_source_that_cannot_be_read_is_told_with_its_reason_also_of_a_harvester_in_another_process(bool elsewhere)
    {
        using var folder = new TestFolder();
        await using var walks = new Walks();
        walks.Add(10);
        await using var site = ScriptedServer.Start();
        site.On("/openactive", Reply.Status(404));
        string[] sources = [.. walks.Settings, "--Feeds:Sources:1", site.Url("/openactive"), "--Feeds:TrustedOrigins:1", site.Origin];
        await using var service = await ServiceProcess.StartAsync(folder.Path, ["--Store:Connection", folder.Connection, .. elsewhere ? ["--Feeds:Enabled", "false"] : sources]);
        await using var harvester = elsewhere ? StartHarvester(folder, sources) : null;

        var feeds = await service.UntilAsync("/v1/feeds", answer => answer["sourceProblems"]!.AsArray().Count > 0);
        var problem = Assert.Single(feeds["sourceProblems"]!.AsArray())!;

        Assert.Equal((site.Url("/openactive"), "http-404"), ((string?)problem["url"], (string?)problem["fault"]!["code"]));
        Assert.NotEmpty((string)problem["fault"]!["text"]!);
        Assert.NotNull(problem["nextTry"]);
        var ready = await service.UntilAsync("/health/ready", answer => Harvest(answer) != "ok");
        Assert.Equal("ready", (string?)ready["status"]);
        Assert.Contains(site.Url("/openactive"), Harvest(ready), StringComparison.Ordinal);
        await service.UntilAsync(Walks.Search, answer => answer["items"]!.AsArray().Count == 10);
    }

    private static string Harvest(JsonNode ready) => (string)ready["parts"]!["harvest"]!;

    private static RunningProgram StartHarvester(TestFolder folder, string[] settings) => RunningProgram.Start(
        folder.Path, [Path.Combine(AppContext.BaseDirectory, "Feeds.Harvester.dll"), "run", "--Store:Connection", folder.Connection, "--Vocabularies:ActivityList", "none.jsonld", .. settings]);
}
