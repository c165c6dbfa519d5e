using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Signposting.BrowserTests.Rules;

/// <summary>axe-core's rules for WCAG 2.2 A and AA, and what it holds for good practice.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"] },
        // Banners and the back link stand before main, where the NHS design system has them.
        Rules = new Dictionary<string, RuleOptions> { ["region"] = new() { Enabled = false } },
    };

    /// <summary>The page as it is now breaks none of them.</summary>
    public static async Task PassesAsync(IPage page)
    {
        var result = await page.RunAxe(Options);
        Assert.True(result.Passes.Length > 0, "axe looked at nothing.");
        Assert.True(result.Violations.Length == 0, $"{page.Url}\n{string.Join('\n', result.Violations.Select(Text))}");
    }

    private static string Text(AxeResultItem violation) =>
        $"{violation.Id} ({violation.Impact}): {violation.Help}\n{string.Join('\n', violation.Nodes.Take(5).Select(node => $"  {node.Target}: {node.Html}"))}";
}
