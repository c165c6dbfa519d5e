using System.Threading.Channels;

namespace Signposting.Api.Usage;

/// <summary>Searches and views that wait to be written. Putting one in never waits and never fails; when it is full, the newest is dropped and counted.</summary>
internal sealed class UsageQueue
{
    /// <summary>About 5 MB, and more than a minute of the load that one machine answers.</summary>
    internal const int Most = 20_000;

    private readonly Channel<UsageDraft> _waiting = Channel.CreateBounded<UsageDraft>(new BoundedChannelOptions(Most) { SingleReader = true });

    public void Put(UsageDraft draft)
    {
        if (!_waiting.Writer.TryWrite(draft))
            UsageMetrics.Dropped(draft.Event);
    }

    public ValueTask<bool> WaitAsync(CancellationToken cancel) => _waiting.Reader.WaitToReadAsync(cancel);

    /// <summary>Takes what is there, at most so many.</summary>
    public List<UsageDraft> Take(int most)
    {
        var taken = new List<UsageDraft>();
        while (taken.Count < most && _waiting.Reader.TryRead(out var draft))
            taken.Add(draft);
        return taken;
    }
}
