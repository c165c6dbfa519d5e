namespace Feeds.Harvester.Harvesting;

/// <summary>
/// How far one feed's reading is ahead of its commits, counted in groups of pages that are committed together: one is being committed and the next one read
/// meanwhile, and of small pages there are a few more while no other feed has taken these (<see cref="SharedLead"/>). Reader and writer take turns at being
/// the slower one; so they seldom wait for each other. One reads, one commits.
/// </summary>
internal sealed class Lead(SharedLead shared) : IDisposable
{
    private const int Own = 2;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim left = new(0);
    private int groups;
    private int borrowed;

    /// <summary>Counts one more group, if that needs no waiting.</summary>
    /// <param name="isSmall">It may be one of those that all feeds share.</param>
    public bool TryEnter(bool isSmall)
    {
        lock (gate)
        {
            if (groups - borrowed >= Own)
            {
                if (!isSmall || !shared.TryBorrow())
                    return false;
                borrowed++;
            }

            groups++;
            return true;
        }
    }

    /// <summary>Counts one more group as soon as there is room for it.</summary>
    /// <param name="isSmall">It may be one of those that all feeds share.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task EnterAsync(bool isSmall, CancellationToken cancel)
    {
        while (!TryEnter(isSmall))
            await left.WaitAsync(cancel);
    }

    /// <summary>Waits until every group is committed and let go of.</summary>
    public async Task AllLeftAsync(CancellationToken cancel)
    {
        while (Volatile.Read(ref groups) > 0)
            await left.WaitAsync(cancel);
    }

    /// <summary>A group is committed and let go of, or will not be read.</summary>
    public void Leave()
    {
        lock (gate)
        {
            groups--;
            if (borrowed > 0)
            {
                borrowed--;
                shared.GiveBack();
            }
        }

        left.Release();
    }

    /// <summary>The turn is over: groups that are not committed are not wanted any more.</summary>
    public void Dispose()
    {
        for (; borrowed > 0; borrowed--)
            shared.GiveBack();
        left.Dispose();
    }
}
