using System.Globalization;
using Feeds.Harvester.Postcodes;
using Spectre.Console;

namespace Feeds.Harvester.CommandLine;

/// <summary>Shows how far an import has come: a bar on a terminal, a line every few seconds elsewhere.</summary>
internal static class ImportDisplay
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(250);

    public static Task<long> ShowAsync(CommandContext context, PostcodeFile file, Func<Task<long>> work) =>
        context.Output.Profile.Out.IsTerminal && context.Output.Profile.Capabilities.Interactive
            ? ShowBarAsync(context, file, work)
            : ShowLinesAsync(context, file, work);

    private static Task<long> ShowBarAsync(CommandContext context, PostcodeFile file, Func<Task<long>> work) =>
        context.Output.Live(Bar(file)).AutoClear(true).StartAsync(async live =>
        {
            // An SQLite store works on the caller's thread.
            var working = Task.Run(work);
            while (!working.IsCompleted)
            {
                live.UpdateTarget(Bar(file));
                await Task.WhenAny(working, Task.Delay(BetweenFrames, context.Time, CancellationToken.None));
            }

            return await working;
        });

    private static async Task<long> ShowLinesAsync(CommandContext context, PostcodeFile file, Func<Task<long>> work)
    {
        using var done = new CancellationTokenSource();
        var telling = TellAsync(context, file, done.Token);
        try
        {
            return await work();
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
            context.Output.WriteLine($"{context.Time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture)}  {Describe(file)}");
    }

    private static Markup Bar(PostcodeFile file) => new Markup($"{ProgressBars.Bar(file.Share)} {Markup.Escape(Describe(file))}");

    private static string Describe(PostcodeFile file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.Rows:N0} postcodes read · {file.Share:P0} of the file");
}
