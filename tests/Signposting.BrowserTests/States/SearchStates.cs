using Signposting.BrowserTests.Running;

namespace Signposting.BrowserTests.States;

internal static class SearchStates
{
    public static readonly IReadOnlyList<PageState> All =
    [
        PageState.Demo("start", "/"),
        new("start-with-errors", true, async (_, visit) => await SearchAsync(visit, "ZZ99 9ZZ", "no such condition")),
        new("start-conditions-to-confirm", true, async (_, visit) => await SearchAsync(visit, DemoService.Postcode, "bad knee, sugar")),
        new("start-words-not-understood", true, async (_, visit) => await SearchAsync(visit, "Leeds", "anxious, bad knee, no car, twenty pounds a month, a chest infection, wibble")),
        new("start-nothing-ticked", true, async (_, visit) =>
        {
            await SearchAsync(visit, "Leeds", "wibble");
            await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Check what we understood" }).WaitForAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Find activities" }).ClickAsync();
            await visit.Page.GetByText("There is a problem").WaitForAsync();
        }),
        PageState.Demo("search-too-old", "/search?s=AAAA", 400),
        new("results", true, async (_, visit) => await SearchAsync(visit, DemoService.Postcode)),
        new("results-for-conditions", true, async (_, visit) => await SearchAsync(visit, DemoService.Postcode, keys: ["type-2-diabetes", "osteoarthritis"])),
        new("results-no-activities", true, async (_, visit) => await SearchAsync(visit, DemoService.Postcode, keys: ["me-cfs"])),
        PageState.Demo("results-nothing-found", "/search?postcode=LS1&radius=0.1&q=no-such-thing-at-all"),
        new("activity-from-a-search", true, async (_, visit) =>
        {
            await SearchAsync(visit, DemoService.Postcode, keys: ["type-2-diabetes", "osteoarthritis"]);
            await visit.Page.Locator("article a[href^='/activity/']").First.ClickAsync();
            await visit.Page.GetByText("Back to results").WaitForAsync();
        }),
    ];

    /// <summary>As a person fills in the form.</summary>
    /// <param name="keys">Conditions ticked in the list of all.</param>
    internal static async Task SearchAsync(Visit visit, string place, string words = "", params string[] keys)
    {
        await visit.OpenAsync("/");
        await visit.Page.GetByLabel("Where do they live?").FillAsync(place);
        if (words.Length > 0)
            await visit.Page.Locator("#words").FillAsync(words);
        if (keys.Length > 0)
            await visit.Page.GetByText("Choose from the list of conditions").ClickAsync();
        foreach (var key in keys)
            await visit.Page.Locator($"#condition-{key}").CheckAsync();
        // What is waited for must be the next page, not this one.
        await visit.Page.EvaluateAsync("() => { document.documentElement.className += ' before' }");
        await visit.Page.Locator("#search-form").GetByRole(AriaRole.Button, new() { Name = "Find activities" }).ClickAsync();
        await visit.Page.Locator("html:not(.before) main").WaitForAsync();
    }
}
