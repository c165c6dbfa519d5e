using Signposting.BrowserTests.Publishing;
using Signposting.BrowserTests.Rules;
using Signposting.BrowserTests.Running;
using Signposting.BrowserTests.States;

namespace Signposting.BrowserTests.Pages;

/// <summary>What holds of every page in every state.</summary>
public sealed class EveryPageTests(Chromium chromium, DemoService demo, OddService odd)
{
    private readonly Stage _stage = new(chromium, demo, odd);

    public static TheoryData<string> States => PageStates.Names;

    [Theory, MemberData(nameof(States))]
    public async Task It_breaks_no_rule_of_WCAG_and_is_valid_HTML(string state)
    {
        Chromium.SkipWithout();
        await using var visit = await PageStates.Named(state).VisitAsync(_stage);

        Assert.NotEmpty(await visit.Page.TitleAsync());
        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        await Axe.PassesAsync(visit.Page);
        await visit.Page.SetViewportSizeAsync(320, 640);
        await Axe.PassesAsync(visit.Page);
        Html.IsWellFormed(await visit.SourceAsync(), visit.Page.Url);
    }

    [Theory, MemberData(nameof(States))]
    public async Task It_fits_a_phone_a_tablet_and_a_desk_with_text_of_any_size(string state)
    {
        Chromium.SkipWithout();
        await using var visit = await PageStates.Named(state).VisitAsync(_stage, script: false);

        foreach (var width in (int[])[1280, 768, 320])
        {
            await visit.Page.SetViewportSizeAsync(width, 800);
            await Layout.FitsAsync(visit.Page);
        }

        await Layout.EnlargeTextAsync(visit.Page);
        foreach (var width in (int[])[1280, 768])
        {
            await visit.Page.SetViewportSizeAsync(width, 800);
            await Layout.FitsAsync(visit.Page);
            await Layout.HidesNoTextAsync(visit.Page);
        }
    }
}
