using System.Collections.Concurrent;

namespace Signposting.BrowserTests.Running;

/// <summary>
/// One person at one browser window. Whatever a test does, nothing may leave the origin, no script may fail, and nothing may be
/// refused by the pages' own content security policy: <see cref="DisposeAsync"/> says what did.
/// </summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _origin;
    private readonly ConcurrentQueue<string> _complaints = new();
    private IResponse? _document;

    private Visit(IBrowserContext context, IPage page, Uri origin)
    {
        (_context, Page, _origin) = (context, page, origin);
        context.Request += (_, request) => Note(!IsOwn(request.Url), $"asked {request.Url}");
        page.Response += (_, response) => _document = response.Request.IsNavigationRequest && response.Status is < 300 or >= 400 ? response : _document;
        page.PageError += (_, error) => Note(true, $"a script failed: {error}");
        // What a test provokes (404, 410) Chromium prints as an error too.
        page.Console += (_, message) => Note(message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal), message.Text);
        page.Dialog += (_, dialog) => Note(true, $"a dialog opened: {dialog.Message}");
    }

    public IPage Page { get; }

    /// <summary>The page as the server sent it, posted ones included.</summary>
    public Task<string> SourceAsync() => _document!.TextAsync();

    /// <param name="width">Of the window in CSS pixels.</param>
    /// <param name="script">Whether JavaScript is on.</param>
    public static async Task<Visit> StartAsync(Chromium chromium, Uri origin, int width = 1280, int height = 900, bool script = true)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = origin.ToString(), Locale = "en-GB", TimezoneId = "Europe/London", JavaScriptEnabled = script, ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);
        return new Visit(context, await context.NewPageAsync(), origin);
    }

    /// <summary>Opens an address and checks the status.</summary>
    public async Task OpenAsync(string path, int status = 200)
    {
        var response = await Page.GotoAsync(path);
        Assert.True(response!.Status == status, $"{path} answered {response.Status}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.True(_complaints.IsEmpty, string.Join('\n', _complaints));
    }

    private bool IsOwn(string url) => url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal)
        || url == "about:blank" || (Uri.TryCreate(url, UriKind.Absolute, out var asked) && asked.GetLeftPart(UriPartial.Authority) == _origin.GetLeftPart(UriPartial.Authority));

    private void Note(bool wrong, string what)
    {
        if (wrong)
            _complaints.Enqueue(what);
    }
}
