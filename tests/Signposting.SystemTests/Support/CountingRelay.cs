using System.Net;
using System.Net.Sockets;

namespace Signposting.SystemTests.Support;

/// <summary>
/// Stands between a harvester and a publisher and counts what is asked for, so that a test can wait for progress instead of for time.
/// The publisher makes its links from the address that it is asked at, which is the relay's.
/// </summary>
public sealed class CountingRelay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly Uri publisher;
    private readonly Lock gate = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> waiting = [];
    private readonly Task accepting;
    private int requests;
    private long last = TimeProvider.System.GetTimestamp();

    public CountingRelay(string publisher)
    {
        this.publisher = new Uri(publisher);
        listener.Start();
        Origin = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        accepting = AcceptAsync();
    }

    public string Origin { get; }

    /// <summary>How many there were.</summary>
    public int Requests
    {
        get
        {
            lock (gate)
                return requests;
        }
    }

    /// <summary>How long ago the last one was.</summary>
    public TimeSpan Quiet
    {
        get
        {
            lock (gate)
                return TimeProvider.System.GetElapsedTime(last);
        }
    }

    /// <summary>Ends when so many more requests have come.</summary>
    public Task MoreAsync(int count)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
            waiting.Add((requests + count, reached));
        return reached.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!ended.IsCancellationRequested)
            _ = ServeAsync(await listener.AcceptTcpClientAsync(ended.Token));
    }

    /// <summary>A harvester that is killed leaves its connections as they are: how one ends is of no interest.</summary>
    private async Task ServeAsync(TcpClient harvester)
    {
        using var asking = harvester;
        using var answering = new TcpClient { NoDelay = true };
        try
        {
            await answering.ConnectAsync(publisher.Host, publisher.Port, ended.Token);
            var (up, down) = (asking.GetStream(), answering.GetStream());
            await Task.WhenAny(ForwardAsync(up, down, counts: true), ForwardAsync(down, up, counts: false));
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException)
        {
        }
    }

    private async Task ForwardAsync(NetworkStream from, NetworkStream to, bool counts)
    {
        var buffer = new byte[32 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, ended.Token)) > 0;)
        {
            // One request at a time on a connection, without a body: each begins what was read.
            if (counts && buffer.AsSpan(0, read).StartsWith("GET "u8))
                Count();
            await to.WriteAsync(buffer.AsMemory(0, read), ended.Token);
        }
    }

    private void Count()
    {
        lock (gate)
        {
            requests++;
            last = TimeProvider.System.GetTimestamp();
            foreach (var (_, reached) in waiting.Where(w => w.Count <= requests))
                reached.TrySetResult();
            waiting.RemoveAll(w => w.Count <= requests);
        }
    }
}
