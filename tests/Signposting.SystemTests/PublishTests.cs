using System.Net;
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
}
