using System.Text.Json.Nodes;
using Signposting.BrowserTests.Publishing;
using Signposting.BrowserTests.Rules;
using Signposting.BrowserTests.Running;
using Signposting.BrowserTests.States;

namespace Signposting.BrowserTests.Pages;

/// <summary>What publishers may write stays text: <see cref="Visit"/> complains of any script, request or dialog.</summary>
public sealed class HostileTextTests(Chromium chromium, DemoService demo, OddService odd)
{
    private const string Script = "<script>alert(1)</script><img src=https://evil.example/x.png onerror=alert(2)>";

    private readonly Stage _stage = new(chromium, demo, odd);

    public static TheoryData<string> Everywhere => ["activity", "shortlist", "leaflet"];

    [Theory, MemberData(nameof(Everywhere))]
    public async Task Markup_and_scripts_are_shown_as_they_were_written_or_not_at_all(string page)
    {
        Chromium.SkipWithout();
        var published = await _stage.Odd.PublishAsync($"Markup {page}", Spoil);
        await using var visit = await OpenAsync(page, published.Id);

        Assert.Contains("Tai Chi <b>bold</b>", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator("main script, main img, main iframe, main b").CountAsync());
        var addresses = await visit.Page.EvalOnSelectorAllAsync<string[]>("a[href], form[action]", "all => all.map(one => one.getAttribute('href') ?? one.getAttribute('action'))");
        Assert.All(addresses, address => Assert.Matches("^(https?:|tel:|mailto:|/|#)", address));
        Assert.DoesNotContain(addresses, address => address.StartsWith("mailto:", StringComparison.Ordinal) && !address.StartsWith("mailto:?subject=Activities", StringComparison.Ordinal) && address.Contains("evil", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Everywhere))]
    public async Task A_name_of_ten_thousand_letters_breaks_no_page(string page)
    {
        Chromium.SkipWithout();
        var published = await _stage.Odd.PublishAsync($"Long {page}", series => series["name"] = new string('W', 10_000));
        await using var visit = await OpenAsync(page, published.Id);

        await visit.Page.SetViewportSizeAsync(320, 800);
        await Layout.FitsAsync(visit.Page);
        Assert.True((await visit.Page.TitleAsync()).Length < 300);
    }

    [Theory, MemberData(nameof(Everywhere))]
    public async Task Marks_that_turn_the_direction_of_text_turn_nothing_around_them(string page)
    {
        Chromium.SkipWithout();
        var published = await _stage.Odd.PublishAsync($"Turned {page}", series => series["name"] = "Yoga \u202Eerofeb yap\u202C for \u2067all\u2066");
        await using var visit = await OpenAsync(page, published.Id);

        Assert.DoesNotContain(await visit.Page.InnerTextAsync("main"), letter => letter is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069');
        Assert.Equal("ltr", await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).direction"));
    }

    private async Task<Visit> OpenAsync(string page, string id)
    {
        var visit = await Visit.StartAsync(chromium, odd.Address);
        await ShortlistStates.AddAsync(visit, [id]);
        if (page == "shortlist")
            await visit.OpenAsync("/shortlist");
        else if (page == "leaflet")
        {
            await visit.OpenAsync("/shortlist");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make a leaflet" }).ClickAsync();
            await visit.Page.WaitForURLAsync("**/leaflet?l=*");
        }

        return visit;
    }

    private static void Spoil(JsonObject series)
    {
        series["name"] = $"Tai Chi &lt;b&gt;bold&lt;/b&gt; {Script}";
        series["description"] = Script;
        series["url"] = "javascript:alert(3)";
        series["meetingPoint"] = Script;
        series["attendeeInstructions"] = $"\" onmouseover=\"alert(4) {Script}";
        series["organizer"] = new JsonObject
        {
            ["@type"] = "Organization", ["name"] = $"'\"><svg onload=alert(5)> {Script}", ["telephone"] = "javascript:alert(6)", ["email"] = "a@evil.example?bcc=b@evil.example", ["url"] = "javascript:alert(7)",
        };
        series["offers"]![0]!["url"] = "data:text/html,<script>alert(8)</script>";
        series["location"]!["name"] = Script;
    }
}
