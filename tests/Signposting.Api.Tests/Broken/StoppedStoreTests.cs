using System.Diagnostics;
using System.Net;
using Signposting.Api.Tests.Running;
using Signposting.Store;

namespace Signposting.Api.Tests.Broken;

/// <summary>The real program beside a PostgreSQL that is really stopped, hangs, and comes back.</summary>
[Collection(Alone.Name)]
public sealed class StoppedStoreTests
{
    private static readonly TimeSpan LongestRefusal = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_stopped_store_is_answered_503_within_two_seconds_and_used_again_within_five_of_its_return()
    {
        await using var postgres = await PrivatePostgres.StartAsync();
        using var folder = new TestFolder();
        await using var walks = new Walks();
        walks.Add(10);
        await using var service = await StartAsync(folder, postgres, walks);
        await service.UntilAsync(Walks.Search, answer => answer["items"]!.AsArray().Count == 10);

        await postgres.DownAsync();
        await AssertRefusesAsync(service);
        await postgres.UpAsync();
        await AssertRecoversAsync(service);
    }

    [Fact]
    public async Task A_store_that_hangs_is_answered_503_within_two_seconds_too()
    {
        await using var postgres = await PrivatePostgres.StartAsync();
        using var folder = new TestFolder();
        await using var walks = new Walks();
        walks.Add(10);
        await using var service = await StartAsync(folder, postgres, walks);
        await service.UntilAsync(Walks.Search, answer => answer["items"]!.AsArray().Count == 10);

        await postgres.HangAsync();
        try
        {
            await AssertRefusesAsync(service);
        }
        finally
        {
            await postgres.GoOnAsync();
        }

        await AssertRecoversAsync(service);
    }

    [Fact]
    public async Task A_service_that_starts_before_its_store_serves_within_five_seconds_of_it()
    {
        await using var postgres = await PrivatePostgres.StartAsync();
        await using (await SpatialStore.OpenAsync(new StoreOptions(StoreEngine.Postgis, postgres.Connection), TimeProvider.System, TestContext.Current.CancellationToken))
            await postgres.DownAsync();
        using var folder = new TestFolder();
        await using var walks = new Walks();
        await using var service = await StartAsync(folder, postgres, walks);
        // The first answer of a new process takes its time to be compiled.
        await service.GetAsync(Walks.Search);
        await Task.Delay(TimeSpan.FromSeconds(8), TestContext.Current.CancellationToken);
        await AssertRefusesAsync(service);

        await postgres.UpAsync();

        await AssertRecoversAsync(service);
    }

    private static Task<ServiceProcess> StartAsync(TestFolder folder, PrivatePostgres postgres, Walks walks) =>
        ServiceProcess.StartAsync(folder.Path, ["--Store:Engine", "postgis", "--Store:Connection", postgres.Connection, .. walks.Settings]);

    private static async Task AssertRefusesAsync(ServiceProcess service)
    {
        foreach (var path in (string[])[Walks.Search, "/v1/opportunities/op_7h2kq0v9d3mzt5x8", "/v1/feeds", "/health/ready", Walks.Search])
        {
            var asked = Stopwatch.GetTimestamp();
            using var response = await service.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            var taken = Stopwatch.GetElapsedTime(asked);

            Assert.True(response.StatusCode == HttpStatusCode.ServiceUnavailable, $"{path} answered {(int)response.StatusCode}");
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.NotNull(response.Headers.RetryAfter);
            Assert.True(taken < LongestRefusal, $"{path} took {taken.TotalSeconds:0.0} s");
        }

        Assert.NotNull((await service.GetAsync("/health/ready")).Body["errors"]!["store"]);
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync("/health/live")).Status);
    }

    private static async Task AssertRecoversAsync(ServiceProcess service)
    {
        var back = Stopwatch.GetTimestamp();
        await service.UntilAsync(Walks.Search, _ => true);
        var taken = Stopwatch.GetElapsedTime(back);
        Assert.True(taken < LongestRecovery, $"{taken.TotalSeconds:0.0} s");
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync("/health/ready")).Status);
    }
}
