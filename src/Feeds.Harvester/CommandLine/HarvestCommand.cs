using System.CommandLine;
using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Settings;

namespace Feeds.Harvester.CommandLine;

/// <summary><c>harvest [SOURCE…]</c>: every feed to its last page, then a summary.</summary>
internal static class HarvestCommand
{
    public static Command Create(CommandContext context)
    {
        var sources = SourceArgument.Create();
        var command = new Command("harvest", "Harvests each source to its last page. Exit code 0: all feeds got there; 1: some did not; 2: wrong usage.")
        {
            sources,
        };
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
        var wasStopped = false;
        try
        {
            await ProgressDisplay.ShowAsync(context, progress, token => FeedHarvester.HarvestOnceAsync(options, store, progress, token), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            wasStopped = true;
        }

        var feeds = await store.ListFeedsAsync(CancellationToken.None);
        SummaryTables.Write(context.Output, progress, feeds, context.Time.GetElapsedTime(started), wasStopped);
        return progress.IsComplete && !wasStopped ? ExitCode.Done : ExitCode.Incomplete;
    }
}
