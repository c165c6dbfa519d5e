using Microsoft.AspNetCore.DataProtection;
using Signposting.Api.Demo;
using Signposting.Api.Keys;
using Signposting.Store;

namespace Signposting.Api.Hosting;

/// <summary>
/// Opens the store while the service already answers. A database server that is not there yet is waited for; a file that
/// cannot be opened is a wrong setting and ends the program.
/// </summary>
internal sealed class StoreOpening(
    ApiSettings settings, StoreAccess access, KeyRing keys, IDataProtectionProvider protection, FatalProblem fatal, TimeProvider time, ILogger<StoreOpening> log)
    : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DemoStore.Prepare(settings);
        if (await OpenAsync(stoppingToken) is not { } store)
            return;
        if (await DemoStore.ObjectionAsync(store, settings.Demo, stoppingToken) is { } objection)
        {
            fatal.Stop(objection);
            return;
        }

        await keys.LoadAsync(store, stoppingToken);
        // Makes the first key of a new store now, so that no request has to.
        protection.CreateProtector(nameof(StoreOpening)).Protect([]);
        access.Set(store);
        log.StoreOpen(settings.Shared.Store.Engine.ToString());
        await SayWhoFindsPostcodesAsync(store, stoppingToken);
        await keys.SaveChangesAsync(store, stoppingToken);
    }

    private async Task SayWhoFindsPostcodesAsync(SpatialStore store, CancellationToken cancel)
    {
        if (settings.Demo || await store.HasPostcodesAsync(cancel))
            return;
        if (settings.Places.Remote)
            log.PostcodesAreRemote(settings.Places.RemoteUrl.Host);
        else
            log.NoPostcodes();
    }

    private async Task<SpatialStore?> OpenAsync(CancellationToken cancel)
    {
        for (var wait = TimeSpan.FromSeconds(1); ; wait = wait * 2 < Longest ? wait * 2 : Longest)
        {
            try
            {
                return await SpatialStore.OpenAsync(settings.Shared.Store, time, cancel);
            }
            catch (StoreException failure) when (settings.Shared.Store.Engine == StoreEngine.Sqlite)
            {
                fatal.Stop($"Store:Connection: {failure.Message}");
                return null;
            }
            catch (StoreException failure)
            {
                log.StoreNotOpen(failure.Message, wait.TotalSeconds);
                await Task.Delay(wait, time, cancel);
            }
        }
    }
}
