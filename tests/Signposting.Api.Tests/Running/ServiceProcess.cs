using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Signposting.Api.Tests.Running;

/// <summary>The real program as a process of its own, and a client of it.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private ServiceProcess(RunningProgram program, Uri address)
    {
        Program = program;
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public RunningProgram Program { get; }

    public HttpClient Http { get; }

    /// <summary>Once it serves; its store may still be closed.</summary>
    public static async Task<ServiceProcess> StartAsync(string folder, params string[] settings)
    {
        var program = RunningProgram.Start(folder, [BuildFacts.ApiProgram, "--urls", "http://127.0.0.1:0", "--Vocabularies:ActivityList", "none.jsonld", .. settings]);
        try
        {
            var address = await program.UntilAsync(() => Task.FromResult(Serving().Match(program.Output) is { Success: true } match ? match.Groups[1].Value : null));
            return new ServiceProcess(program, new Uri(address));
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    public async Task<(HttpStatusCode Status, JsonNode Body)> GetAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    /// <summary>Asks until the answer is 200 and as it should be.</summary>
    public Task<JsonNode> UntilAsync(string path, Func<JsonNode, bool> isSo) => Program.UntilAsync(async () =>
    {
        var (status, body) = await GetAsync(path);
        return status == HttpStatusCode.OK && isSo(body) ? body : null;
    });

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Program.DisposeAsync();
    }

    [GeneratedRegex(@"Serving (http://\S+)")]
    private static partial Regex Serving();
}
