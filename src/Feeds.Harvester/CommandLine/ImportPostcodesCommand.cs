using System.CommandLine;
using System.Globalization;
using Feeds.Harvester.Postcodes;
using Signposting.Store;
using Spectre.Console;

namespace Feeds.Harvester.CommandLine;

/// <summary><c>import-postcodes FILE</c>: replaces the postcode directory.</summary>
internal static class ImportPostcodesCommand
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(3);

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
            var count = await ImportAsync(context, store, file, cancel);
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} postcodes imported from {file.Name}."));
            return ExitCode.Done;
        }
        catch (PostcodeFileException wrong)
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

    private static async Task<long> ImportAsync(CommandContext context, SpatialStore store, PostcodeFile file, CancellationToken cancel)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var telling = TellAsync(context, file, done.Token);
        try
        {
            return await store.ImportPostcodesAsync(file.ReadAsync(cancel), file.Name, cancel);
        }
        finally
        {
            await done.CancelAsync();
            await telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task TellAsync(CommandContext context, PostcodeFile file, CancellationToken cancel)
    {
        using var ticks = new PeriodicTimer(BetweenLines, context.Time);
        while (await ticks.WaitForNextTickAsync(cancel))
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{context.Time.GetLocalNow():HH:mm:ss}  {file.Rows:N0} postcodes read · {file.Share:P0} of the file"));
    }
}
