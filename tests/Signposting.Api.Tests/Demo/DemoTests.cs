using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Signposting.Api.Hosting;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Demo;

/// <summary>The real program with its demo, as a person starts it.</summary>
public sealed partial class DemoTests
{
    [Fact]
    public async Task A_demo_finds_made_up_opportunities_says_so_everywhere_and_leaves_nothing_running()
    {
        using var folder = new TestFolder();
        int publisher;
        await using (var program = RunningProgram.Start(folder.Path, BuildFacts.ApiProgram, "--demo", "--urls", "http://127.0.0.1:0"))
        {
            using var http = new HttpClient { BaseAddress = await AddressAsync(program) };
            var answer = await program.UntilAsync(() => SearchAsync(http));

            Assert.True((bool)answer["demo"]!);
            Assert.Equal("LS1 3AD", (string?)answer["query"]!["place"]!["postcode"]);
            Assert.Contains("made up", (string?)answer["attribution"]![0]!["publisher"], StringComparison.Ordinal);
            var detail = await JsonAsync(http, (string)answer["items"]![0]!["links"]!["self"]!);
            Assert.True((bool)detail!["demo"]!);
            await AssertAllSayDemoAsync(http, folder, (string)answer["items"]![0]!["id"]!);
            Assert.Contains("all data is made up", await http.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(folder.Path, "data", "demo.db")));
            Assert.False(File.Exists(Path.Combine(folder.Path, "data", "signposting.db")));

            publisher = ChildOf(program.Id);
            program.Kill();
        }

        await WaitForEndAsync(publisher);
    }

    [Fact]
    public async Task An_analyst_finds_made_up_usage_with_areas_and_deciles_in_the_demo()
    {
        using var folder = new TestFolder();
        await using var program = RunningProgram.Start(folder.Path, BuildFacts.ApiProgram, "--demo", "--urls", "http://127.0.0.1:0");
        using var http = new HttpClient { BaseAddress = await AddressAsync(program) };
        await program.UntilAsync(() => SearchAsync(http));
        using var output = new StringWriter();
        var code = await new OperatorCommandLine(output, TextWriter.Null, folder.Path, TimeProvider.System).RunAsync(["keys", "add", "--demo", "--client", "Analyst", "--scope", "usage:read", "--icb", "QWO"]);
        Assert.Equal(OperatorCommandLine.Done, code);
        http.DefaultRequestHeaders.Add("X-Api-Key", output.ToString().Trim());

        var month = LondonTime.Now(TimeProvider.System).AddMonths(-1).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        var areas = await program.UntilAsync(() => JsonAsync(http, $"/v1/usage?month={month}&table=by-area"));
        var deciles = await JsonAsync(http, $"/v1/usage?month={month}&table=by-deprivation");

        Assert.True((bool)areas["demo"]!);
        Assert.Contains(areas["rows"]!.AsArray(), row => (string?)row!["area"] == "15F");
        Assert.True(deciles!["rows"]!.AsArray().Count > 5);
        Assert.Contains($"{month}-QWO", (await JsonAsync(http, "/v1/extracts"))!["items"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_a_demo_is_refused_by_a_real_service_and_a_filled_store_by_a_demo()
    {
        using var folder = new TestFolder();
        await using (var demo = RunningProgram.Start(folder.Path, BuildFacts.ApiProgram, "--demo", "--urls", "http://127.0.0.1:0"))
        {
            using var http = new HttpClient { BaseAddress = await AddressAsync(demo) };
            await demo.UntilAsync(() => SearchAsync(http));
        }

        foreach (var mode in (string[][])[["--Feeds:Enabled", "false"], ["--demo"]])
        {
            await using var program = RunningProgram.Start(folder.Path, [BuildFacts.ApiProgram, .. mode, "--urls", "http://127.0.0.1:0", "--Store:Connection", "Data Source=data/demo.db"]);
            Assert.Equal(1, await program.ExitAsync());
            Assert.Contains("Store:Connection", program.Output, StringComparison.Ordinal);
        }
    }

    /// <summary>Every address of the contract, as it stands in it, whatever it answers.</summary>
    private static async Task AssertAllSayDemoAsync(HttpClient http, TestFolder folder, string id)
    {
        await using var command = RunningProgram.Start(
            folder.Path, [BuildFacts.ApiProgram, "keys", "add", "--client", "Test", .. Scopes.SelectMany(scope => new[] { "--scope", scope }), "--icb", "QWO", "--Store:Connection", "Data Source=data/demo.db"]);
        Assert.Equal(0, await command.ExitAsync());
        http.DefaultRequestHeaders.Add("X-Api-Key", command.Output.Split(['\n', ' ']).First(word => word.StartsWith("spk_", StringComparison.Ordinal)).Trim());
        var contract = (await JsonAsync(http, "/openapi/signposting.v1.json"))!;
        foreach (var (path, operations) in contract["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject().Where(operation => operation.Key is "get" or "post"))
            {
                using var request = RequestOf(path, method, operation!, id);
                using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True((int)response.StatusCode < 500, $"{method} {path} answered {(int)response.StatusCode}");
                var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                if (response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true)
                    Assert.True((bool?)JsonNode.Parse(text)!["demo"], $"{method} {path} answered {(int)response.StatusCode}: {text}");
                else
                    Assert.Contains("made up", text, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private static readonly string[] Scopes = ["search", "signpost", "usage:read", "feeds:admin"];

    private static HttpRequestMessage RequestOf(string path, string method, JsonNode operation, string id)
    {
        var parameters = operation["parameters"]?.AsArray().Where(parameter => (bool?)parameter!["required"] == true).ToList() ?? [];
        var query = string.Join('&', parameters.Where(parameter => (string?)parameter!["in"] == "query").Select(parameter => $"{parameter!["name"]}={Uri.EscapeDataString(First(parameter["example"]!))}"));
        if (path == "/v1/opportunities")
            query = "lat=53.8&lon=-1.55";
        var address = path.Replace("{id}", path.StartsWith("/v1/opportunities", StringComparison.Ordinal) ? id : "tai_chi", StringComparison.Ordinal).Replace("{keyOrCode}", "falls", StringComparison.Ordinal);
        var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), $"{address}{(query.Length > 0 ? "?" : "")}{query}");
        if (operation["requestBody"]?["content"]?["application/json"]?["example"] is { } body)
        {
            body = body.DeepClone();
            if (path is "/v1/feeds/hide" or "/v1/feeds/unhide")
                body["opportunity"] = id;
            if (path == "/v1/signposts")
                (body["opportunityId"], body["sessionStart"]) = (id, DateTimeOffset.UtcNow.ToString("O"));
            request.Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        }

        return request;
    }

    private static string First(JsonNode example) => (string)(example is JsonArray list ? list[0]! : example)!;

    private static async Task<Uri> AddressAsync(RunningProgram program)
    {
        var address = await program.UntilAsync(() => Task.FromResult(Serving().Match(program.Output) is { Success: true } match ? match.Groups[1].Value : null));
        return new Uri(address);
    }

    private static async Task<JsonNode?> SearchAsync(HttpClient http)
    {
        var answer = await JsonAsync(http, "/v1/opportunities?postcode=LS1+3AD&radius=10");
        return answer?["items"]!.AsArray().Count > 0 ? answer : null;
    }

    private static async Task<JsonNode?> JsonAsync(HttpClient http, string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode == HttpStatusCode.OK ? JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)) : null;
    }

    private static int ChildOf(int parent)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Children are found through /proc.");
        var children = Directory.GetDirectories($"/proc/{parent}/task").Select(thread => File.ReadAllText(Path.Combine(thread, "children")));
        return int.Parse(Assert.Single(string.Concat(children).Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    private static async Task WaitForEndAsync(int id)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var started = Stopwatch.GetTimestamp();
        while (Directory.Exists($"/proc/{id}") && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal))
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30), "The sample publisher outlived its parent by 30 seconds.");
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    [GeneratedRegex(@"Serving (http://\S+)")]
    private static partial Regex Serving();
}
