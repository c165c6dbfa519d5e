using System.CommandLine;
using Feeds.Harvester.Settings;
using Signposting.Store;
using Spectre.Console;

namespace Feeds.Harvester.CommandLine;

/// <summary>The program: reads the command line and the settings, runs a command, and turns what goes wrong into a sentence.</summary>
internal sealed class HarvesterCommandLine(IAnsiConsole output, TextWriter errors, string startFolder, TimeProvider time)
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    /// <summary>Runs a command and returns one of <see cref="ExitCode"/>.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        try
        {
            var (settings, others) = SettingArguments.Split(arguments);
            var parsed = Commands(settings).Parse(others);
            if (parsed.Errors.Count == 0)
                return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop });
            return Complain(parsed.Errors.Select(error => error.Message).Append("Try --help."), ExitCode.Usage);
        }
        catch (SettingsException wrong)
        {
            return Complain(wrong.Problems, ExitCode.Usage);
        }
        catch (StoreException wrong)
        {
            return Complain([$"The store cannot be used: {wrong.Message}"], ExitCode.Incomplete);
        }
    }

    private RootCommand Commands(IReadOnlyDictionary<string, string?> settings)
    {
        var context = new CommandContext(output, errors, startFolder, time, () => SettingsReader.Read(SettingsReader.Gather(startFolder, settings), startFolder));
        return new RootCommand(
            """
            Harvests OpenActive feeds into the Signposting store.

            Settings come from appsettings.json in this folder, the environment (Feeds__Sources__0=URL) and the command line
            (--Store:Engine postgis): Store:Engine, Store:Connection, Feeds:Sources, Feeds:TrustedOrigins, Feeds:PollSeconds,
            Feeds:Contact, Vocabularies:ActivityList. Relative paths are taken from this folder.
            """)
        {
            HarvestCommand.Create(context),
            RunCommand.Create(context),
            StatusCommand.Create(context),
            ImportPostcodesCommand.Create(context),
            ImportAreasCommand.Create(context),
            BackupCommands.CreateBackup(context),
            BackupCommands.CreateRestore(context),
        };
    }

    private int Complain(IEnumerable<string> sentences, int code)
    {
        foreach (var sentence in sentences)
            errors.WriteLine(sentence);
        return code;
    }
}
