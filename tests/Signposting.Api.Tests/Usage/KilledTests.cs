using System.Text;
using System.Text.RegularExpressions;
using Signposting.Api.Tests.Access;
using Signposting.Api.Tests.Recorded;
using Signposting.Api.Tests.Running;
using Signposting.Store;
using Signposting.Store.Tests.Stores;

namespace Signposting.Api.Tests.Usage;

/// <summary>The real program, killed (SIGKILL) as soon as it has answered.</summary>
public sealed partial class KilledTests
{
    [Theory, EachEngine]
    public async Task An_accepted_signpost_survives_a_kill_right_after_its_answer(StoreEngine engine)
    {
        using var folder = new TestFolder();
        await using var postgres = engine == StoreEngine.Postgis ? await TestPostgres.CreateAsync() : null;
        var options = new StoreOptions(engine, postgres?.Connection ?? folder.Connection);
        var key = await PrepareAsync(options);
        string id;
        await using (var program = RunningProgram.Start(
            folder.Path,
            [BuildFacts.ApiProgram, "--urls", "http://127.0.0.1:0", "--Feeds:Enabled", "false", "--Store:Engine", engine.ToString(), "--Store:Connection", options.Connection]))
        {
            var address = await program.UntilAsync(() => Task.FromResult(program.Output.Contains("The store is open", StringComparison.Ordinal) && Address().Match(program.Output) is { Success: true } match ? match.Value : null));
            using var http = new HttpClient { BaseAddress = new Uri(address) };
            http.DefaultRequestHeaders.Add("X-Api-Key", key);
            using var response = await http.PostAsync(
                new Uri("/v1/signposts", UriKind.Relative), new StringContent(Surgery.Signpost(Surgery.Postcode, "falls").ToJsonString(), Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
            program.Kill();
            var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True((int)response.StatusCode == 201, answer);
            id = (string)System.Text.Json.Nodes.JsonNode.Parse(answer)!["id"]!;
        }

        await using var store = await SpatialStore.OpenAsync(options, TimeProvider.System, TestContext.Current.CancellationToken);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var events = await Task.WhenAll(Enumerable.Range(-1, 3).Select(days => store.ReadUsageAsync(today.AddDays(days), TestContext.Current.CancellationToken)));
        Assert.Equal(id, Assert.Single(events.SelectMany(one => one)).Id);
    }

    private static async Task<string> PrepareAsync(StoreOptions options)
    {
        await using var store = await SpatialStore.OpenAsync(options, TimeProvider.System, TestContext.Current.CancellationToken);
        await Surgery.FillAsync(store);
        return await store.AddKeyAsync("signpost");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
