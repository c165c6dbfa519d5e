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
            string[] names = ["Stays", "Changes", "Is cancelled", "Goes"];
            var ids = new List<string>();
            foreach (var name in names)
                ids.Add(await stage.Odd.PublishAsync(name));
            await MakeAsync(visit, ids);
            var link = visit.Page.Url;
            // A change within the second in which the leaflet was made counts too, so that nothing is waited for.
            await stage.Odd.PublishAsync("Changes", series => series["description"] = "In another hall.");
            await stage.Odd.PublishAsync("Is cancelled", series => series["eventStatus"] = "https://schema.org/EventCancelled");
            await stage.Odd.WithdrawAsync("Goes");
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
