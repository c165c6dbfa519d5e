using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Signposting.BrowserTests.Running;

[assembly: AssemblyFixture(typeof(DemoService))]

namespace Signposting.BrowserTests.Running;

/// <summary>The demo, as <c>--demo</c> starts it, once for all tests that read it.</summary>
public sealed partial class DemoService : IAsyncLifetime
{
    /// <summary>A postcode of the demo's own table.</summary>
    internal const string Postcode = "LS1 3AD";

    private RunningService? _service;

    internal RunningService Service
    {
        get
        {
            Chromium.SkipWithout();
            return _service!;
        }
    }

    internal Uri Address => Service.Address;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
            return;
        _service = await RunningService.StartAsync("--demo");
        // Every feed read to its end: what a page shows then stays the same while tests look at it.
        await _service.UntilAsync("/v1/feeds", text => JsonNode.Parse(text)!["items"]?.AsArray() is { Count: > 0 } feeds && feeds.All(feed => (string?)feed!["state"] == "waiting"));
        await UntilATownIsKnownAsync();
    }

    /// <summary>Towns are read from the records, a moment after these.</summary>
    private async Task UntilATownIsKnownAsync()
    {
        var start = await _service!.Http.GetStringAsync(new Uri("/", UriKind.Relative));
        var token = FormToken().Match(start).Groups[1].Value;
        for (var tries = 0; tries < 120; tries++)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["form-token"] = token, ["place"] = "Leeds", ["radius"] = "8", ["when"] = "week" });
            using var answer = await _service.Http.PostAsync(new Uri("/search", UriKind.Relative), form);
            if (answer.StatusCode == HttpStatusCode.SeeOther)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }

        throw new InvalidOperationException($"The demo never knew Leeds. The program said:\n{_service.Output}");
    }

    /// <summary>Ids near the postcode, nearest first.</summary>
    /// <param name="query">Further parameters of a search, such as <c>&amp;free=true</c>.</param>
    internal async Task<IReadOnlyList<string>> IdsAsync(string query = "")
    {
        var answer = JsonNode.Parse(await Service.Http.GetStringAsync(new Uri($"/v1/opportunities?postcode=LS1+3AD&radius=10{query}", UriKind.Relative)))!;
        return [.. answer["items"]!.AsArray().Select(item => (string)item!["id"]!)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
            await _service.DisposeAsync();
    }

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
