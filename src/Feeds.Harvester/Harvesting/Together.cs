namespace Feeds.Harvester.Harvesting;

/// <summary>Runs pieces of work side by side: when one fails, the others are stopped, and none is left behind.</summary>
internal static class Together
{
    /// <summary>Ends when all pieces have ended; throws what the first failing one threw.</summary>
    public static async Task RunAsync(CancellationToken cancel, params Func<CancellationToken, Task>[] pieces)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var running = pieces.Select(piece => Task.Run(() => piece(stop.Token), CancellationToken.None)).ToList();
        await StopWhenOneFailsAsync(running, stop);
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancel.ThrowIfCancellationRequested();
        if (running.Find(piece => piece.IsFaulted) is { } failed)
            await failed;
    }

    /// <summary>Runs work with something beside it that has no end of its own and is stopped with it.</summary>
    public static async Task RunBesideAsync(Func<CancellationToken, Task> work, Func<CancellationToken, Task> beside, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var besides = Task.Run(() => beside(stop.Token), CancellationToken.None);
        try
        {
            await work(cancel);
        }
        finally
        {
            await stop.CancelAsync();
            await besides.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task StopWhenOneFailsAsync(List<Task> running, CancellationTokenSource stop)
    {
        var left = running.ToList();
        while (left.Count > 0)
        {
            var done = await Task.WhenAny(left);
            left.Remove(done);
            if (!done.IsCompletedSuccessfully)
            {
                await stop.CancelAsync();
                return;
            }
        }
    }
}
