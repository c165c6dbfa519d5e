using Signposting.BrowserTests.Running;
using Signposting.BrowserTests.States;
using Signposting.BrowserTests.Publishing;

namespace Signposting.BrowserTests.Pages;

/// <summary>What a page costs somebody on a slow phone who was never here before.</summary>
public sealed class FirstVisitTests(Chromium chromium, DemoService demo, OddService odd)
{
    private const int MostBytes = 250_000;

    public static TheoryData<string> States => ["start", "results-for-conditions", "activity", "leaflet", "condition", "feeds", "about"];

    [Theory, MemberData(nameof(States))]
    public async Task Everything_that_is_transferred_stays_below_250_kB(string state)
    {
        Chromium.SkipWithout();
        var stage = new Stage(chromium, demo, odd);
        string address;
        await using (var first = await PageStates.Named(state).VisitAsync(stage))
            address = new Uri(first.Page.Url).PathAndQuery;

        await using var visit = await Visit.StartAsync(chromium, PageStates.Named(state).OriginOn(stage));
        await visit.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.InRange(await BytesAsync(visit.Page), 1_000, MostBytes);
    }

    /// <summary>All that came over the wire for a page, headers among it.</summary>
    internal static Task<long> BytesAsync(IPage page) => page.EvaluateAsync<long>(
        "() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.transferSize, 0)");
}
