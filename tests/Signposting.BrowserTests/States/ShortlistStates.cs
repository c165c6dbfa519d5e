using Signposting.BrowserTests.Running;

namespace Signposting.BrowserTests.States;

internal static class ShortlistStates
{
    public static readonly IReadOnlyList<PageState> All =
    [
        PageState.Demo("shortlist-empty", "/shortlist"),
        new("shortlist", true, async (stage, visit) =>
        {
            await AddAsync(visit, (await stage.Demo.IdsAsync()).Take(3));
            await visit.OpenAsync("/shortlist");
        }),
        new("shortlist-full", true, async (stage, visit) =>
        {
            var ids = await stage.Demo.IdsAsync();
            await AddAsync(visit, ids.Take(10));
            await visit.OpenAsync("/shortlist?full=1");
        }),
        new("shortlist-with-one-withdrawn", false, async (stage, visit) =>
        {
            var (stays, goes) = (await stage.Odd.PublishAsync("On a list"), await stage.Odd.PublishAsync("Soon withdrawn"));
            await AddAsync(visit, [stays.Id, goes.Id]);
            await stage.Odd.WithdrawAsync(goes);
            await visit.OpenAsync("/shortlist");
        }),
    ];

    /// <summary>As a person does it, on the page of each.</summary>
    internal static async Task AddAsync(Visit visit, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            await visit.OpenAsync($"/activity/{id}");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add to shortlist" }).ClickAsync();
            await visit.Page.GetByText("On your shortlist").WaitForAsync();
        }
    }
}
