using System.CommandLine;
using System.Globalization;
using Feeds.Harvester.Postcodes;
using Feeds.Harvester.Tables;
using Spectre.Console;

namespace Feeds.Harvester.CommandLine;

/// <summary><c>import-postcodes FILE</c>: replaces the postcode directory.</summary>
internal static class ImportPostcodesCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "ONS Postcode Directory or NSPL as downloaded: the CSV, the CSV in gzip, or the zip that holds it",
        };
        var command = new Command("import-postcodes", "Loads the postcode directory, so that postcodes are looked up without a call leaving the building.")
        {
            file,
        };
        command.SetAction((parsed, cancel) => RunAsync(context, parsed.GetRequiredValue(file), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string path, CancellationToken cancel)
    {
        var settings = context.ReadSettings();
        try
        {
            using var file = PostcodeFile.Open(Path.GetFullPath(path, context.StartFolder));
            await using var store = await context.OpenStoreAsync(settings, cancel);
            var count = await ImportDisplay.ShowAsync(context, file, () => store.ImportPostcodesAsync(file.ReadAsync(cancel), file.Name, cancel));
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} postcodes imported from {file.Name}."));
            if (!file.HasAreas)
                context.Output.WriteLine("It does not say in which LSOA of 2021 a postcode lies (column lsoa21; those of 2011 do not pair with IMD 2025): places are found, areas are not known.");
            return ExitCode.Done;
        }
        catch (TableFileException wrong)
        {
            await context.Errors.WriteLineAsync($"{wrong.Message} Nothing was changed.");
            return ExitCode.Incomplete;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await context.Errors.WriteLineAsync("Stopped. Nothing was changed.");
            return ExitCode.Incomplete;
        }
    }
}
