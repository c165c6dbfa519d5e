using Signposting.Api.Hosting;

namespace Signposting.Api.SearchPage.Assets;

/// <summary>Says at start when the pages have no style.</summary>
internal sealed class AssetsCheck(ILogger<AssetsCheck> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!PageAssets.Built.AreComplete)
            log.PagesWithoutStyle();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
