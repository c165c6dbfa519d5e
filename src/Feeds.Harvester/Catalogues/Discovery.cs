using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Feeds.Harvester.Catalogues;

/// <summary>
/// Walks from the configured sources to all datasets and feeds. Findings come as soon as they are made, so that the
/// first feed is harvested while a slow catalogue has not answered yet; one that never answers is a
/// <see cref="Discovered.Failure"/> and stops nothing.
/// </summary>
public sealed class Discovery(SourceReader reader, DiscoveryLimits? limits = null)
{
    private readonly DiscoveryLimits limits = limits ?? new DiscoveryLimits();

    /// <summary>Walks once. Every URL is read once, and every feed handed out once, to the dataset that answered first.</summary>
    public async IAsyncEnumerable<Discovered> WalkAsync(
        IEnumerable<string> sources, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var found = Channel.CreateUnbounded<Discovered>(new UnboundedChannelOptions { SingleReader = true });
        var walk = RunAsync([.. sources], found.Writer, stop.Token);
        try
        {
            await foreach (var discovered in found.Reader.ReadAllAsync(cancel))
            {
                yield return discovered;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await walk.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Walks once and returns everything, in the order of <see cref="Discovered.ByPosition"/>.</summary>
    public async Task<IReadOnlyList<Discovered>> CollectAsync(IEnumerable<string> sources, CancellationToken cancel)
    {
        var all = new List<Discovered>();
        await foreach (var discovered in WalkAsync(sources, cancel))
        {
            all.Add(discovered);
        }

        all.Sort(Discovered.ByPosition);
        return all;
    }

    private async Task RunAsync(IReadOnlyList<string> sources, ChannelWriter<Discovered> found, CancellationToken cancel)
    {
        using var walk = new Walk(reader, limits, found);
        Exception? bug = null;
        try
        {
            await walk.VisitAllAsync(sources, cancel);
        }
        catch (Exception exception)
        {
            bug = exception;
        }

        found.TryComplete(bug);
    }
}
