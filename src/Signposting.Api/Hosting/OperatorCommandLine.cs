using System.CommandLine;
using Feeds.Harvester.Settings;
using Signposting.Api.Demo;
using Signposting.Api.Extracts;
using Signposting.Api.Feeds;
using Signposting.Api.Keys;
using Signposting.Store;

namespace Signposting.Api.Hosting;

/// <summary>Commands that an operator gives beside the running service: they work on its store and end. 0 done, 1 not done, 2 wrong usage.</summary>
internal sealed class OperatorCommandLine(TextWriter output, TextWriter errors, string startFolder, TimeProvider time)
{
    public const int Done = 0;
    public const int NotDone = 1;
    public const int Usage = 2;

    private const string DemoOption = "--demo";

    public static bool IsCommand(string argument) => argument is "keys" or "feeds" or "extracts";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var demo = arguments.Contains(DemoOption);
        var (settings, others) = Split([.. arguments.Where(argument => argument != DemoOption)]);
        try
        {
            var root = new RootCommand("Works on the store that Store:Engine and Store:Connection name, or with --demo on that of the demo; settings are those of the service.");
            var context = new OperatorContext(output, errors, time, cancel => OpenAsync(ReadSettings(settings, demo), cancel), () => ReadSettings(settings, demo));
            root.Add(KeysCommand.Create(context));
            root.Add(FeedsCommand.Create(context));
            root.Add(ExtractsCommand.Create(context));
            var parsed = root.Parse(others);
            if (parsed.Errors.Count == 0)
                return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = errors });
            foreach (var error in parsed.Errors)
                await errors.WriteLineAsync(error.Message);
            await errors.WriteLineAsync("Try --help.");
            return Usage;
        }
        catch (SettingsException wrong)
        {
            await errors.WriteLineAsync(wrong.Message);
            return Usage;
        }
        catch (StoreException failure)
        {
            await errors.WriteLineAsync($"The store cannot be used: {failure.Message}");
            return NotDone;
        }
    }

    private Task<SpatialStore> OpenAsync(ApiSettings settings, CancellationToken cancel) => settings.OwnDemoFile && !File.Exists(DemoStore.FileOf(settings))
        ? throw new StoreException($"{DemoStore.FileOf(settings)} is not there. Start the demo first, in this folder: it makes its store anew each time.")
        : SpatialStore.OpenAsync(settings.Shared.Store, time, cancel);

    private ApiSettings ReadSettings(IReadOnlyDictionary<string, string?> settings, bool demo)
    {
        using var configuration = new ConfigurationManager();
        ApiConfiguration.Fill(configuration, startFolder, settings);
        return ApiSettings.Read(configuration, startFolder, demo);
    }

    /// <summary>Settings (<c>--Store:Engine postgis</c>) may stand anywhere; what has a colon in its name is one.</summary>
    private static (Dictionary<string, string?> Settings, List<string> Others) Split(IReadOnlyList<string> arguments)
    {
        var (settings, others) = (new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase), new List<string>());
        for (var at = 0; at < arguments.Count; at++)
        {
            var name = arguments[at].Split('=', 2)[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !name.Contains(':', StringComparison.Ordinal))
                others.Add(arguments[at]);
            else if (name.Length < arguments[at].Length)
                settings[name[2..]] = arguments[at][(name.Length + 1)..];
            else
                settings[name[2..]] = at + 1 < arguments.Count ? arguments[++at] : "";
        }

        return (settings, others);
    }
}

/// <summary>What an operator's command works with.</summary>
internal sealed record OperatorContext(TextWriter Output, TextWriter Errors, TimeProvider Time, Func<CancellationToken, Task<SpatialStore>> OpenStoreAsync, Func<ApiSettings> ReadSettings);
