using System.CommandLine;
using System.Globalization;
using Feeds.Harvester.Areas;
using Feeds.Harvester.Tables;
using Spectre.Console;

namespace Feeds.Harvester.CommandLine;

/// <summary><c>import-areas FILE…</c>: replaces what is known of areas.</summary>
internal static class ImportAreasCommand
{
    public static Command Create(CommandContext context)
    {
        var files = new Argument<string[]>("FILE")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "The official files together, as CSV, gzip or zip: LSOA (2021) to sub-ICB and ICB, the Index of Multiple Deprivation 2025, and, if at hand, LSOA to MSOA",
        };
        var command = new Command("import-areas", "Loads which ICB an area lies in and how deprived it is, so that usage can be counted by area.")
        {
            files,
        };
        command.SetAction((parsed, cancel) => RunAsync(context, parsed.GetRequiredValue(files), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string[] paths, CancellationToken cancel)
    {
        var settings = context.ReadSettings();
        try
        {
            var files = new AreaFiles();
            foreach (var path in paths)
                await files.ReadAsync(Path.GetFullPath(path, context.StartFolder), cancel);
            var (areas, vintage) = files.Complete(context.Time.GetUtcNow());
            await using var store = await context.OpenStoreAsync(settings, cancel);
            await store.ImportAreasAsync(areas, vintage, cancel);
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{areas.Count:N0} areas imported: LSOAs of {vintage.LsoaYear}, ICBs of {vintage.IcbYear}, deprivation of {vintage.ImdYear} ({vintage.Source})."));
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
