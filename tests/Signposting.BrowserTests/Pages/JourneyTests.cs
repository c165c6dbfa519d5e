using System.Web;
using Signposting.BrowserTests.Rules;
using Signposting.BrowserTests.Running;
using Signposting.BrowserTests.States;

namespace Signposting.BrowserTests.Pages;

/// <summary>A link worker with a client who has type 2 diabetes and a bad knee: find, look, put aside, make a leaflet, send it.</summary>
public sealed class JourneyTests(Chromium chromium, DemoService demo)
{
    private static readonly string[] Conditions = ["osteoarthritis", "type-2-diabetes"];

    [Theory]
    [InlineData(320, true), InlineData(768, true), InlineData(1280, true)]
    [InlineData(320, false), InlineData(1280, false)]
    public async Task Three_activities_are_found_and_sent_with_and_without_JavaScript(int width, bool script)
    {
        await using var visit = await Visit.StartAsync(chromium, demo.Address, width, script: script);
        await SearchStates.SearchAsync(visit, DemoService.Postcode, keys: Conditions);
        await AssertTellsNothingAsync(visit);

        for (var number = 0; number < 3; number++)
        {
            await visit.Page.Locator("article a[href^='/activity/']").Nth(number).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "For Osteoarthritis and Type 2 diabetes" }).WaitForAsync();
            await AssertTellsNothingAsync(visit);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add to shortlist" }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Back to results" }).ClickAsync();
            await visit.Page.Locator("article").First.WaitForAsync();
        }

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Shortlist (3)" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make a leaflet" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Activities to try" }).WaitForAsync();
        Assert.Equal(3, await visit.Page.Locator(".app-block").CountAsync());
        var link = await visit.Page.Locator("#link").InputValueAsync();
        AssertTellsNothing(link);
        AssertTellsNothing(await visit.Page.Locator("#message").InputValueAsync());

        // At home, on the person's own phone.
        await using var home = await Visit.StartAsync(chromium, demo.Address, 360, script: script);
        await home.OpenAsync(link);
        Assert.Equal(3, await home.Page.Locator(".app-block").CountAsync());
        AssertTellsNothing(await home.Page.ContentAsync());
    }

    [Fact]
    public async Task All_of_it_can_be_done_with_the_keyboard_alone()
    {
        await using var visit = await Visit.StartAsync(chromium, demo.Address);
        var page = visit.Page;
        await visit.OpenAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to main content", await page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()"));

        await Keyboard.TabToAsync(page, page.GetByLabel("Where do they live?"));
        await page.Keyboard.TypeAsync(DemoService.Postcode);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("article").First.WaitForAsync();
        await Keyboard.PressAsync(page, page.Locator("article a[href^='/activity/']").First);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add to shortlist" }).WaitForAsync();
        await Keyboard.PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Add to shortlist" }));
        await page.GetByText("On your shortlist").WaitForAsync();
        await Keyboard.PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "See your shortlist" }));
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a leaflet" }).WaitForAsync();
        await Keyboard.PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Make a leaflet" }));
        await page.GetByRole(AriaRole.Heading, new() { Name = "Activities to try" }).WaitForAsync();
        await Keyboard.TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Copy the link" }));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Where_the_demo_has_nothing_a_click_leads_to_where_it_has_with_all_else_as_it_was_typed(bool script)
    {
        await using var visit = await Visit.StartAsync(chromium, demo.Address, script: script);
        await SearchStates.SearchAsync(visit, "ZZ99 9ZZ", keys: ["copd"]);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Leeds", Exact = true }).ClickAsync();
        await visit.Page.Locator("article").First.WaitForAsync();

        Assert.Contains("of Leeds", await visit.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("For COPD", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task AssertTellsNothingAsync(Visit visit)
    {
        AssertTellsNothing(HttpUtility.UrlDecode(visit.Page.Url));
        var addresses = await visit.Page.EvalOnSelectorAllAsync<string[]>("[href], [src], [action]", "all => all.map(one => one.href || one.src || one.action)");
        // The page of a condition is about it; it is reached from everywhere and tells nothing of who is here.
        foreach (var address in addresses.Where(address => !address.Contains("/conditions/", StringComparison.Ordinal)))
            AssertTellsNothing(HttpUtility.UrlDecode(address));
    }

    private static void AssertTellsNothing(string text)
    {
        Assert.DoesNotContain(DemoService.Postcode, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("LS13AD", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("diabet", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("arthritis", text, StringComparison.OrdinalIgnoreCase);
    }
}
