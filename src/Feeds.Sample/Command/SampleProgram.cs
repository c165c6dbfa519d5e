using System.Net.Sockets;

namespace Feeds.Sample.Command;

/// <summary>The command: 0 when it was asked to stop or its parent ended, 1 when it could not listen, 2 for a wrong option.</summary>
internal static class SampleProgram
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var command = CommandLine.Parse(args);
        if (command.Help)
        {
            await output.WriteLineAsync(CommandLine.Usage);
            return 0;
        }

        if (command.Options is not { } options)
        {
            await errors.WriteLineAsync(command.Error);
            return 2;
        }

        var parent = options.Parent is { } id ? new ParentWatch(id, TimeProvider.System) : null;
        if (parent is { IsAlive: false })
        {
            await errors.WriteLineAsync($"The option --parent names process {options.Parent}, which does not exist.");
            return 2;
        }

        try
        {
            await using var publisher = await SamplePublisher.StartAsync(options, TimeProvider.System);
            await output.WriteLineAsync($"Sample publisher listening on {publisher.Address} (made-up data): dataset site {publisher.DatasetSite}");
            await WaitAsync(publisher, parent);
            return 0;
        }
        catch (Exception failure) when (failure is IOException or SocketException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"Cannot listen at --urls {options.Url} with temporary files in {Path.GetTempPath()}: {failure.Message}");
            return 1;
        }
    }

    private static async Task WaitAsync(SamplePublisher publisher, ParentWatch? parent)
    {
        if (parent is null)
        {
            await publisher.WaitForShutdownAsync(CancellationToken.None);
            return;
        }

        using var ended = new CancellationTokenSource();
        var shutdown = publisher.WaitForShutdownAsync(ended.Token);
        await Task.WhenAny(shutdown, parent.WaitForEndAsync(ended.Token));
        await ended.CancelAsync();
        await shutdown;
    }
}
