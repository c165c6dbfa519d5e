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
    private const int TriesPerLine = 30;

    /// <summary>Searches are to work within five seconds of the store's return.</summary>
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await OpenAsync(stoppingToken) is not { } store)
            return;
        access.Set(store);
        log.StoreOpen(settings.Shared.Store.Engine.ToString());
        await keys.SaveChangesAsync(store, stoppingToken);
    }

    private async Task<SpatialStore?> OpenAsync(CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await TryOpenAsync(cancel);
            }
            catch (Exception failure) when (failure is StoreException or IOException && settings.Shared.Store.Engine == StoreEngine.Sqlite)
            {
                fatal.Stop($"Store:Connection: {failure.Message}");
                return null;
            }
            catch (StoreException failure)
            {
                if (tries % TriesPerLine == 0)
                    log.StoreNotOpen(failure.Message, BetweenTries.TotalSeconds);
                await Task.Delay(BetweenTries, time, cancel);
            }
        }
    }

    /// <returns>Null when the store is not for this data; the program then ends.</returns>
    private async Task<SpatialStore?> TryOpenAsync(CancellationToken cancel)
    {
        DemoStore.Prepare(settings);
        var store = await SpatialStore.OpenAsync(settings.Shared.Store with { TellsSoonWhenAway = true }, time, cancel);
        try
        {
            if (await DemoStore.ObjectionAsync(store, settings.Demo, cancel) is { } objection)
                fatal.Stop(objection);
            else
                await PrepareAsync(store, cancel);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }

        if (fatal.Text is null)
            return store;
        await store.DisposeAsync();
        return null;
    }

    private async Task PrepareAsync(SpatialStore store, CancellationToken cancel)
    {
        await keys.LoadAsync(store, cancel);
        // Makes the first key of a new store now, so that no request has to.
        protection.CreateProtector(nameof(StoreOpening)).Protect([]);
        if (settings.Demo || await store.HasPostcodesAsync(cancel))
            return;
        if (settings.Places.Remote)
            log.PostcodesAreRemote(settings.Places.RemoteUrl.Host);
        else
            log.NoPostcodes();
    }
}
