using System.Net;
using System.Runtime.InteropServices;
using Signposting.SystemTests.Publishing;
using Signposting.SystemTests.Support;
using Xunit;

namespace Signposting.SystemTests;

/// <summary>What the image holds, made by the steps that the Dockerfile takes, started as an unprivileged user.</summary>
public sealed class PublishTests(PublishedFolder published) : IClassFixture<PublishedFolder>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_published_api_answers_for_an_unprivileged_user()
    {
        using var data = new WritableFolder();
        await using var api = published.StartUnprivileged("entrypoint.sh", [], data);

        var address = await api.ListeningAsync(Cancel);
        using var http = new HttpClient();
        using var live = await http.GetAsync(new Uri(address, "/health/live"), Cancel);

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Fact]
    public async Task The_health_check_of_the_image_passes_while_the_api_lives_and_fails_when_it_does_not()
    {
        using var data = new WritableFolder();
        string port;
        await using (var api = published.StartUnprivileged("entrypoint.sh", ["api"], data))
        {
            port = (await api.ListeningAsync(Cancel)).Port.ToString();
            await using var alive = published.StartUnprivileged("health.sh", [port], data);
            Assert.Equal(0, await alive.ExitCodeAsync(Cancel));
        }

        await using var dead = published.StartUnprivileged("health.sh", [port], data);
        Assert.NotEqual(0, await dead.ExitCodeAsync(Cancel));
    }

    [Fact]
    public async Task The_published_harvester_makes_its_store_as_an_unprivileged_user()
    {
        const string notAllowed = "http://127.0.0.1:1/openactive";
        using var data = new WritableFolder();
        await using var harvester = published.StartUnprivileged("entrypoint.sh", ["harvester", "harvest", notAllowed], data);

        var exitCode = await harvester.ExitCodeAsync(Cancel);

        Assert.Equal(1, exitCode);
        Assert.Contains("Feeds:TrustedOrigins", harvester.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(data.Database), "no store was made");
    }

    [Fact]
    public void The_published_harvester_is_machine_code_where_it_can_be_linked()
    {
        Assert.SkipUnless(RuntimeInformation.OSArchitecture == Architecture.X64, "Machine code is made for x64.");
        Assert.SkipUnless(File.Exists("/usr/bin/clang") || File.Exists("/usr/bin/gcc"), "needs clang or gcc");

        var files = published.FilesIn("harvester");
        Assert.Contains("Feeds.Harvester", files);
        Assert.DoesNotContain("Feeds.Harvester.dll", files);
    }

    // What is compiled as one leaves out what nobody seems to call: each engine, and what is printed, has to be seen.
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgis")]
    public async Task The_published_harvester_harvests_as_the_built_one_does(string engine)
    {
        await using var publisher = await SamplePublisherProcess.StartAsync(opportunities: 600, pageSize: 100, Cancel);
        await using var built = await TestStore.CreateAsync(engine);
        await using var store = await TestStore.CreateAsync(engine);

        await using var expected = RunningProgram.StartBuilt("Feeds.Harvester", Arguments("harvest", built, publisher));
        await using var harvest = published.Start("entrypoint.sh", ["harvester", .. Arguments("harvest", store, publisher)]);
        Assert.True(await expected.ExitCodeAsync(Cancel) == 0, expected.Output);
        Assert.True(await harvest.ExitCodeAsync(Cancel) == 0, harvest.Output);
        await using var status = published.Start("entrypoint.sh", ["harvester", "status", "--Store:Engine", store.Engine, "--Store:Connection", store.Connection]);
        Assert.True(await status.ExitCodeAsync(Cancel) == 0, status.Output);

        Assert.Equal(await StoreDigest.OfAsync(engine == "sqlite", built.Connection, Cancel), await StoreDigest.OfAsync(engine == "sqlite", store.Connection, Cancel));
        Assert.Contains("SessionSeries", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_publisher_is_not_published()
    {
        Assert.NotEmpty(published.FilesNamed("Signposting.Store.dll"));
        Assert.Empty(published.FilesNamed("*Feeds.Sample*"));
    }

    [Fact]
    public void The_image_is_made_by_the_script_that_these_tests_ran()
    {
        var dockerfile = File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile"));

        Assert.Contains(PublishedFolder.Script, dockerfile, StringComparison.Ordinal);
        Assert.DoesNotContain("dotnet publish", dockerfile, StringComparison.Ordinal);
    }

    private static string[] Arguments(string command, TestStore store, SamplePublisherProcess publisher) =>
    [
        command, publisher.DatasetSite, "--Feeds:TrustedOrigins", publisher.Origin,
        "--Store:Engine", store.Engine, "--Store:Connection", store.Connection, "--Vocabularies:ActivityList", publisher.ActivityList,
    ];
}
