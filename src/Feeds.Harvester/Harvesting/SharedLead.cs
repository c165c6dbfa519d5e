namespace Feeds.Harvester.Harvesting;

/// <summary>
/// Groups of pages that feeds may read ahead beyond their own two, all feeds together: a few megabytes. Where many feeds are read, others keep the
/// writer busy; a large one that is left alone has them all. Safe for concurrent use.
/// </summary>
internal sealed class SharedLead(int groups)
{
    private int free = groups;

    public bool TryBorrow()
    {
        if (Interlocked.Decrement(ref free) >= 0)
            return true;
        Interlocked.Increment(ref free);
        return false;
    }

    public void GiveBack() => Interlocked.Increment(ref free);
}
