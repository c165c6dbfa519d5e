namespace Signposting.BrowserTests.Rules;

/// <summary>What may not happen to a page in a narrow window or with large text.</summary>
internal static class Layout
{
    private const int MostLooks = 30;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>WCAG 1.4.10: nothing has to be scrolled sideways, once scripts have laid the page out for the width of its window.</summary>
    public static async Task FitsAsync(IPage page)
    {
        using var pause = new PeriodicTimer(BetweenLooks);
        var wide = await WideAsync(page);
        // The menu of the header folds what does not fit when it is told of a new width, which takes a while.
        for (var look = 1; wide.Length > 0 && look < MostLooks; look++)
        {
            await pause.WaitForNextTickAsync();
            wide = await WideAsync(page);
        }

        Assert.True(wide.Length == 0, $"{page.Url} is wider than its window:\n{string.Join('\n', wide)}");
    }

    private static Task<string[]> WideAsync(IPage page) => page.EvaluateAsync<string[]>("""
            () => {
                const edge = document.documentElement.clientWidth;
                if (document.documentElement.scrollWidth <= edge) return [];
                return [...document.querySelectorAll('body *')]
                    .filter(element => element.getBoundingClientRect().right > edge + 1)
                    .slice(0, 5)
                    .map(element => element.outerHTML.slice(0, 200));
            }
            """);

    /// <summary>WCAG 1.4.4: with text of twice the size nothing is cut off.</summary>
    public static async Task HidesNoTextAsync(IPage page)
    {
        var cut = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('body *')]
                .filter(element => {
                    const style = getComputedStyle(element);
                    const clips = (style.overflowX === 'hidden' || style.overflowY === 'hidden') && style.clip === 'auto' && style.clipPath === 'none';
                    return clips && element.clientHeight > 1 && element.textContent.trim() !== '' && !element.closest('svg, .leaflet-container')
                        && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
                })
                .slice(0, 5)
                .map(element => element.outerHTML.slice(0, 200))
            """);
        Assert.True(cut.Length == 0, $"{page.Url} cuts text off:\n{string.Join('\n', cut)}");
    }

    /// <summary>As a reader who sets their browser's text to twice the size sees it.</summary>
    public static Task EnlargeTextAsync(IPage page) => page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");
}
