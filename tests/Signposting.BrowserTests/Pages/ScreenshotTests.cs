using Signposting.BrowserTests.Publishing;
using Signposting.BrowserTests.Running;
using Signposting.BrowserTests.States;

namespace Signposting.BrowserTests.Pages;

/// <summary>Pictures of every page in every state, to be looked at. Made only when SIGNPOSTING_SCREENSHOTS names a folder.</summary>
public sealed class ScreenshotTests(Chromium chromium, DemoService demo, OddService odd)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SIGNPOSTING_SCREENSHOTS");

    public static TheoryData<string> States => PageStates.Names;

    [Theory, MemberData(nameof(States))]
    public async Task A_picture_at_phone_and_desktop_width(string state)
    {
        Assert.SkipUnless(!string.IsNullOrEmpty(Folder), "SIGNPOSTING_SCREENSHOTS names no folder");
        await using var visit = await PageStates.Named(state).VisitAsync(new Stage(chromium, demo, odd), 390);
        foreach (var width in (int[])[320, 390, 1280])
        {
            await visit.Page.SetViewportSizeAsync(width, 800);
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, $"{state}-{width}.png"), FullPage = true });
        }

        if (state.StartsWith("leaflet", StringComparison.Ordinal) || state.StartsWith("condition", StringComparison.Ordinal))
            await visit.Page.PdfAsync(new() { Path = Path.Combine(Folder!, $"{state}.pdf"), PreferCSSPageSize = true, PrintBackground = false });
    }
}
