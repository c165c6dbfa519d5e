using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Signposting.Api.Hosting;

/// <summary>Says where the service listens, once it does.</summary>
internal sealed class Announcement(IServer server, IHostApplicationLifetime lifetime, ILogger<Announcement> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
            log.Serving(string.Join(" ", server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
