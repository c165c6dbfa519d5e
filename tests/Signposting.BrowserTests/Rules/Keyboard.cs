namespace Signposting.BrowserTests.Rules;

/// <summary>A person without a mouse.</summary>
internal static class Keyboard
{
    private const int MostStops = 150;

    /// <summary>Tabs on until it has the focus, which every stop on the way must show.</summary>
    public static async Task TabToAsync(IPage page, ILocator target)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var hidden = await page.EvaluateAsync<string?>("""
                () => {
                    const at = document.activeElement;
                    if (at === document.body || at.matches('input[type="radio"], input[type="checkbox"], .leaflet-container')) return null;
                    const style = getComputedStyle(at);
                    const shown = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || style.backgroundColor === 'rgb(255, 235, 59)';
                    return shown && at.getBoundingClientRect().width > 0 ? null : at.outerHTML.slice(0, 200);
                }
                """);
            Assert.True(hidden is null, $"{page.Url} does not show that this has the focus: {hidden}");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }

        Assert.Fail($"{page.Url}: {target} cannot be reached with the Tab key.");
    }

    public static async Task PressAsync(IPage page, ILocator target, string key = "Enter")
    {
        await TabToAsync(page, target);
        await page.Keyboard.PressAsync(key);
    }
}
