using System.CommandLine;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Settings;
using Microsoft.Data.Sqlite;
using Signposting.Store;
using Spectre.Console;

namespace Feeds.Harvester.CommandLine;

/// <summary><c>status</c>: what the store knows of its feeds.</summary>
internal static class StatusCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("status", "Prints the feeds: how fresh they are, what they hold, and what is wrong with them.");
        command.SetAction((_, cancel) => RunAsync(context, cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var settings = context.ReadSettings();
        if (MissingFile(settings) is { } missing)
        {
            await context.Errors.WriteLineAsync($"There is no store yet: {missing} does not exist. Begin with the command harvest, or correct Store:Connection.");
            return ExitCode.Incomplete;
        }

        await using var store = await context.OpenStoreAsync(settings, cancel);
        var feeds = await store.ListFeedsAsync(cancel);
        StatusTable.Write(context.Output, feeds, context.Time.GetUtcNow());
        foreach (var problem in await SourceNotes.ReadAsync(store, cancel))
            context.Output.MarkupLineInterpolated($"Cannot be read: {problem.Url}: {problem.Fault.Text}");
        context.Output.MarkupLineInterpolated($"{Sentence(await HarvestStatus.OfAsync(store, feeds, cancel))}");
        return ExitCode.Done;
    }

    private static string Sentence(HarvestStatus? status) => status?.Text ?? "A harvester is at work.";

    /// <summary>Asking how things stand must not make an empty store where somebody mistyped a path.</summary>
    private static string? MissingFile(HarvesterSettings settings)
    {
        if (settings.Store.Engine != StoreEngine.Sqlite)
            return null;
        var file = new SqliteConnectionStringBuilder(settings.Store.Connection).DataSource;
        return File.Exists(file) || file.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? null : file;
    }
}
