using System.Text.Json;
using Signposting.BrowserTests.Publishing;
using Signposting.BrowserTests.Running;
using Signposting.BrowserTests.States;

namespace Signposting.BrowserTests.Pages;

/// <summary>
/// When the largest thing of a page is painted, on a slow phone that was never here. A measurement and no test of a limit: made only
/// when SIGNPOSTING_MEASURE is set, and told in diagnostic messages.
/// </summary>
public sealed class LargestPaintMeasurement(Chromium chromium, DemoService demo, OddService odd)
{
    private const int Times = 5;

    // Lighthouse's "mobile": slow 4G, and a processor that takes four times as long.
    private static readonly Dictionary<string, object> SlowNetwork = new() { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 1_638_400 / 8, ["uploadThroughput"] = 750_000 / 8 };

    public static TheoryData<string> States => FirstVisitTests.States;

    [Theory, MemberData(nameof(States))]
    public async Task On_a_slow_phone(string state)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SIGNPOSTING_MEASURE") == "1", "SIGNPOSTING_MEASURE is not 1");
        var stage = new Stage(chromium, demo, odd);
        string address;
        await using (var first = await PageStates.Named(state).VisitAsync(stage))
            address = new Uri(first.Page.Url).PathAndQuery;

        var loads = new List<(double Paint, double Bytes)>();
        for (var time = 0; time < Times; time++)
            loads.Add(await MeasureAsync(PageStates.Named(state).OriginOn(stage), address));
        loads.Sort();
        TestContext.Current.SendDiagnosticMessage(
            $"{state}: largest contentful paint, median of {Times}: {loads[Times / 2].Paint:0} ms (from {loads[0].Paint:0} to {loads[^1].Paint:0}); {loads[0].Bytes / 1000:0} kB transferred");
    }

    private async Task<(double Paint, double Bytes)> MeasureAsync(Uri origin, string address)
    {
        await using var visit = await Visit.StartAsync(chromium, origin, 360, 640);
        var session = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", SlowNetwork);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = 4 });
        await visit.Page.AddInitScriptAsync("window.paints = []; new PerformanceObserver(list => window.paints.push(...list.getEntries().map(one => one.startTime))).observe({ type: 'largest-contentful-paint', buffered: true })");
        await visit.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await visit.Page.WaitForFunctionAsync("() => window.paints.length > 0");
        return ((await visit.Page.EvaluateAsync<JsonElement>("() => Math.max(...window.paints)")).GetDouble(), await FirstVisitTests.BytesAsync(visit.Page));
    }
}
