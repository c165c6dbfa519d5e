using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
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
            Assert.True((bool)(await JsonAsync(http, "/v1/feeds"))!["demo"]!);
            Assert.Contains("all data is made up", await http.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(folder.Path, "data", "demo.db")));
            Assert.False(File.Exists(Path.Combine(folder.Path, "data", "signposting.db")));

            publisher = ChildOf(program.Id);
            program.Kill();
        }

        await WaitForEndAsync(publisher);
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
