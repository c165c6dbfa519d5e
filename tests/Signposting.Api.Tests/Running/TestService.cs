using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Signposting.Api.Hosting;
using Signposting.Store;
using Signposting.Store.Tests.Stores;

namespace Signposting.Api.Tests.Running;

/// <summary>The service on a real socket and a real store (SQLite unless told otherwise), with a clock that the test moves.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestFolder? _ownFolder;
    private readonly TestPostgres? _postgres;

    private TestService(WebApplication app, FakeTime time, LogLines log, TestFolder? ownFolder, TestPostgres? postgres)
    {
        (_app, Time, Log, _ownFolder, _postgres) = (app, time, log, ownFolder, postgres);
        var address = app.Urls.Single();
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Http { get; }

    public FakeTime Time { get; }

    public LogLines Log { get; }

    public SpatialStore Store => _app.Services.GetRequiredService<StoreAccess>().Store;

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <param name="folder">Where the store lies; null: a new one that goes with the service.</param>
    /// <param name="openStore">False: the store stays closed, as if it could not be reached yet.</param>
    public static Task<TestService> StartAsync(TestFolder? folder = null, bool openStore = true) => StartAsync(folder, openStore, new FakeTime(), null, []);

    public static Task<TestService> StartAsync(params string[] settings) => StartAsync(null, true, new FakeTime(), null, settings);

    /// <summary>With an empty store on this engine, at this time.</summary>
    public static async Task<TestService> StartAsync(StoreEngine engine, DateTimeOffset now, params string[] settings)
    {
        var postgres = engine == StoreEngine.Postgis ? await TestPostgres.CreateAsync() : null;
        string[] engineSettings = postgres is null ? [] : ["--Store:Engine", "postgis", "--Store:Connection", postgres.Connection];
        return await StartAsync(null, true, new FakeTime(now), postgres, [.. engineSettings, .. settings]);
    }

    private static async Task<TestService> StartAsync(TestFolder? folder, bool openStore, FakeTime clock, TestPostgres? postgres, string[] settings)
    {
        var own = folder is null ? new TestFolder() : null;
        var log = new LogLines();
        var line = CommandLine.Parse(
        [
            "--urls", "http://127.0.0.1:0", "--Store:Connection", (folder ?? own!).Connection,
            "--Feeds:Enabled", "false", "--Postcodes:Remote", "false", "--Logging:LogLevel:Default", "Trace", "--Access:AnonymousPerMinute", "0", .. settings,
        ]);
        var app = ApiHost.Build(line, (folder ?? own!).Path, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            if (!openStore)
                services.Remove(services.Single(service => service.ImplementationType == typeof(StoreOpening)));
            services.RemoveAll<ILoggerProvider>();
            services.AddSingleton<ILoggerProvider>(log);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        if (openStore)
            await app.Services.GetRequiredService<StoreAccess>().WhenOpenAsync(TestContext.Current.CancellationToken);
        return new TestService(app, clock, log, own, postgres);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>The JSON of an answer, which must have this status.</summary>
    public async Task<JsonNode> JsonAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await GetAsync(path);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{path} answered {(int)response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The <c>errors</c> of a problem document with status 400.</summary>
    public async Task<JsonObject> ErrorsAsync(string path) => (await JsonAsync(path, HttpStatusCode.BadRequest))["errors"]!.AsObject();

    /// <summary>Ends it gracefully; its log can still be read.</summary>
    public Task StopAsync() => _app.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _ownFolder?.Dispose();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
    }
}
