using Feeds.Harvester.Settings;
using Signposting.Store;
using Spectre.Console;

namespace Feeds.Harvester.CommandLine;

/// <summary>What every command works with.</summary>
/// <param name="Output">Where results and progress go.</param>
/// <param name="Errors">Where complaints go.</param>
/// <param name="StartFolder">The folder that the user started from.</param>
/// <param name="Time">The clock.</param>
/// <param name="ReadSettings">Reads and checks the settings; throws <see cref="SettingsException"/>.</param>
internal sealed record CommandContext(
    IAnsiConsole Output, TextWriter Errors, string StartFolder, TimeProvider Time, Func<HarvesterSettings> ReadSettings)
{
    public Task<SpatialStore> OpenStoreAsync(HarvesterSettings settings, CancellationToken cancel) =>
        SpatialStore.OpenAsync(settings.Store, Time, cancel);
}
