using Signposting.BrowserTests.Publishing;
using Signposting.BrowserTests.Running;

namespace Signposting.BrowserTests.States;

/// <summary>A page in one of its states, and the way there: docs/pages.md lists them.</summary>
/// <param name="Name">Page, and what is special: <c>leaflet-with-warnings</c>.</param>
/// <param name="OnDemo">Shown by the demo; otherwise by the service with the odd publisher.</param>
/// <param name="ReachAsync">Leads there.</param>
internal sealed record PageState(string Name, bool OnDemo, Func<Stage, Visit, Task> ReachAsync)
{
    /// <summary>At a page of the demo.</summary>
    public static PageState Demo(string name, string path, int status = 200) => new(name, true, (_, visit) => visit.OpenAsync(path, status));

    public Uri OriginOn(Stage stage) => OnDemo ? stage.Demo.Address : stage.Odd.Address;

    public async Task<Visit> VisitAsync(Stage stage, int width = 1280, bool script = true)
    {
        var visit = await Visit.StartAsync(stage.Chromium, OriginOn(stage), width, script: script);
        await ReachAsync(stage, visit);
        return visit;
    }
}

/// <summary>What every state can use.</summary>
internal sealed record Stage(Chromium Chromium, DemoService Demo, OddService Odd);
