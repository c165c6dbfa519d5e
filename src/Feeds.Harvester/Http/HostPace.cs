namespace Feeds.Harvester.Http;

/// <summary>
/// Keeps our requests to each host apart and few at a time. Publishers allow ten a second; 28 of 174 datasets sit on one
/// platform that blocks harvesters which ask too fast. Turns are given in the order in which they were asked for.
/// </summary>
internal sealed class HostPace(double perSecond, int atOnce, TimeProvider time)
{
    private const int IdleHostsKept = 1024;
    private readonly TimeSpan gap = TimeSpan.FromSeconds(1 / Math.Max(perSecond, 0.001));
    private readonly Lock gate = new();
    private readonly Dictionary<string, Host> hosts = new(StringComparer.Ordinal);

    /// <summary>Waits for a turn with a host; dispose it when the answer is read.</summary>
    public async ValueTask<Turn> TurnAsync(string name, CancellationToken cancel)
    {
        var host = Enter(name);
        try
        {
            await host.Places.WaitAsync(cancel);
        }
        catch
        {
            Leave(host);
            throw;
        }

        var turn = new Turn(this, host);
        try
        {
            await Task.Delay(UntilNext(host), time, cancel);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private Host Enter(string name)
    {
        lock (gate)
        {
            if (hosts.Count > IdleHostsKept)
            {
                foreach (var (idle, _) in hosts.Where(pair => pair.Value.Users == 0).ToList())
                {
                    hosts.Remove(idle);
                }
            }

            if (!hosts.TryGetValue(name, out var host))
            {
                hosts[name] = host = new Host(new SemaphoreSlim(atOnce, atOnce));
            }

            host.Users++;
            return host;
        }
    }

    private void Leave(Host host)
    {
        lock (gate)
        {
            host.Users--;
        }
    }

    private TimeSpan UntilNext(Host host)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            var start = Math.Max(host.Next, now);
            host.Next = start + (long)(gap.TotalSeconds * time.TimestampFrequency);
            return time.GetElapsedTime(now, start);
        }
    }

    /// <summary>A place at a host, held while a request is under way.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly HostPace? pace;
        private readonly Host? host;

        internal Turn(HostPace pace, Host host)
        {
            this.pace = pace;
            this.host = host;
        }

        private Turn()
        {
        }

        /// <summary>A turn with a host that is not paced.</summary>
        public static Turn Free { get; } = new();

        public void Dispose()
        {
            if (host is not null)
            {
                host.Places.Release();
                pace!.Leave(host);
            }
        }
    }

    internal sealed class Host(SemaphoreSlim places)
    {
        public SemaphoreSlim Places { get; } = places;

        public int Users { get; set; }

        /// <summary>Timestamp before which no further request starts.</summary>
        public long Next { get; set; }
    }
}
