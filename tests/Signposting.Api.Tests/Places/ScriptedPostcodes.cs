using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Signposting.Api.Tests.Places;

/// <summary>A postcodes.io on a real socket that answers what the test says and remembers what it was asked.</summary>
internal sealed class ScriptedPostcodes : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScriptedPostcodes(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>Method, path and body of each request.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Status and JSON of every answer from now on.</summary>
    public (int Status, string Json) Answer { get; set; } = (200, """{"status":200,"result":[{"query":"LS1 3AD","result":{"postcode":"LS1 3AD","latitude":53.798,"longitude":-1.549}}]}""");

    public static async Task<ScriptedPostcodes> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var scripted = new ScriptedPostcodes(builder.Build());
        scripted._app.Run(scripted.AnswerAsync);
        await scripted._app.StartAsync(TestContext.Current.CancellationToken);
        return scripted;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        Asked.Enqueue($"{http.Request.Method} {http.Request.Path} {await body.ReadToEndAsync(http.RequestAborted)}");
        http.Response.StatusCode = Answer.Status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(Answer.Json, http.RequestAborted);
    }
}
