using Feeds.Harvester.Progress;
using Spectre.Console;

namespace Feeds.Harvester.CommandLine;

/// <summary>Shows progress while a harvest runs: bars on a terminal, lines elsewhere.</summary>
internal static class ProgressDisplay
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs the work and shows how it goes until it has ended, however it ends.</summary>
    public static Task ShowAsync(CommandContext context, HarvestProgress progress, Func<CancellationToken, Task> work, CancellationToken cancel) =>
        context.Output.Profile.Out.IsTerminal && context.Output.Profile.Capabilities.Interactive
            ? ShowBarsAsync(context, progress, work, cancel)
            : ShowLinesAsync(context, progress, work, cancel);

    private static async Task ShowLinesAsync(CommandContext context, HarvestProgress progress, Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        using var done = new CancellationTokenSource();
        var lines = new ProgressLines(progress, context.Time).WriteAsync(BetweenLines, context.Output.WriteLine, done.Token);
        try
        {
            await work(cancel);
        }
        finally
        {
            await done.CancelAsync();
            await lines;
        }
    }

    private static Task ShowBarsAsync(CommandContext context, HarvestProgress progress, Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        var bars = new ProgressBars(progress, context.Time);
        return context.Output.Live(bars.Render(context.Output.Profile.Width)).AutoClear(true).StartAsync(async live =>
        {
            var working = work(cancel);
            while (!working.IsCompleted)
            {
                live.UpdateTarget(bars.Render(context.Output.Profile.Width));
                await Task.WhenAny(working, Task.Delay(BetweenFrames, context.Time, CancellationToken.None));
            }

            await working;
        });
    }
}
