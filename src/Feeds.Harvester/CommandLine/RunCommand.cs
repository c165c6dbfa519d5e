using System.CommandLine;
using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Progress;

namespace Feeds.Harvester.CommandLine;

/// <summary><c>run</c>: harvests until it is stopped.</summary>
internal static class RunCommand
{
    public static Command Create(CommandContext context)
    {
        var sources = SourceArgument.Create();
        var command = new Command("run", "Harvests for ever: every feed to its end, and again whenever it is due. Stop it with Ctrl+C.") { sources };
        command.SetAction((parsed, cancel) => RunAsync(context, parsed.GetValue(sources) ?? [], cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string[] sources, CancellationToken cancel)
    {
        var settings = context.ReadSettings();
        var options = SourceArgument.Apply(settings.Harvester with { Time = context.Time }, sources);
        await using var store = await context.OpenStoreAsync(settings, cancel);
        var progress = new HarvestProgress();
        var started = context.Time.GetTimestamp();
        try
        {
            await ProgressDisplay.ShowAsync(context, progress, token => FeedHarvester.RunAsync(options, store, progress, token), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Being stopped is how it ends.
        }

        var feeds = await store.ListFeedsAsync(CancellationToken.None);
        SummaryTables.Write(context.Output, progress, feeds, context.Time.GetElapsedTime(started), wasStopped: false);
        return ExitCode.Done;
    }
}
