using Signposting.BrowserTests.Publishing;
using Signposting.BrowserTests.Running;

namespace Signposting.BrowserTests.States;

internal static class LeafletStates
{
    public static readonly IReadOnlyList<PageState> All =
    [
        PageState.Demo("leaflet-none", "/leaflet"),
        PageState.Demo("leaflet-broken-link", "/leaflet?l=AAAA", 404),
        new("leaflet", true, async (stage, visit) => await MakeAsync(visit, (await stage.Demo.IdsAsync()).Take(3))),
        new("leaflet-large", true, async (stage, visit) => await MakeAsync(visit, (await stage.Demo.IdsAsync()).Take(2), large: true)),
        new("leaflet-with-warnings", false, async (stage, visit) =>
        {
            var chosen = new List<Published>();
            foreach (var name in (string[])["Stays", "Changes", "Is cancelled", "Goes"])
                chosen.Add(await stage.Odd.PublishAsync(name));
            await MakeAsync(visit, chosen.Select(published => published.Id));
            // As whoever it was sent to opens it.
            var link = await visit.Page.Locator("#link").InputValueAsync();
            await stage.Odd.ChangeAsync(chosen[1], series => series["description"] = "In another hall.");
            await stage.Odd.ChangeAsync(chosen[2], series => series["eventStatus"] = "https://schema.org/EventCancelled");
            await stage.Odd.WithdrawAsync(chosen[3]);
            await visit.OpenAsync(link);
        }),
    ];

    /// <summary>From the page of each to the leaflet.</summary>
    internal static async Task MakeAsync(Visit visit, IEnumerable<string> ids, bool large = false)
    {
        await ShortlistStates.AddAsync(visit, ids);
        await visit.OpenAsync("/shortlist");
        if (large)
            await visit.Page.GetByLabel("Large print").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make a leaflet" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Activities to try" }).WaitForAsync();
    }
}
