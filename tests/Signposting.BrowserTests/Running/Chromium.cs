using Signposting.BrowserTests.Running;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Signposting.BrowserTests.Running;

/// <summary>The machine's own Chromium, started once for all tests. Nothing is downloaded; without it the tests are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Variable = "SIGNPOSTING_CHROMIUM";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

    // A browser that looks for updates of itself would wait for hosts that a closed network does not have.
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal static string? Path { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);

    /// <summary>The browser; where there is none, the test is skipped.</summary>
    internal IBrowser Browser
    {
        get
        {
            SkipWithout();
            return _browser!;
        }
    }

    internal static void SkipWithout() => Assert.SkipUnless(Path is not null, $"needs Chromium (apt-get install chromium), or {Variable} naming one");

    public async ValueTask InitializeAsync()
    {
        if (Path is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
