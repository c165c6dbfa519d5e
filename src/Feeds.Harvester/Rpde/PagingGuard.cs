using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Feeds.Harvester.Http;

namespace Feeds.Harvester.Rpde;

/// <summary>
/// Watches one run through one feed for paging that never ends: circles, pages that repeat themselves for ever, empty
/// pages without end. Empty pages in mid-feed and repeated items are honest (RPDE's in-stream filtering, overlapping
/// pages), so only long stretches of them count. Memory is the same however long the feed.
/// </summary>
public sealed class PagingGuard(PagingLimits? limits = null)
{
    private readonly PagingLimits limits = limits ?? new PagingLimits();
    private readonly RecentSet recentUrls = new(1024);
    private readonly RecentSet recentItems = new(16 * 1024);
    private long pages;
    private int emptyInRow;
    private int staleInRow;
    private long mark;
    private long markMoves = 1;

    /// <summary>Takes note of a page. Returns the fault for which the run must end, or null to go on. The page itself is
    /// good in either case.</summary>
    public Fault? Check(RpdePage page)
    {
        if (page.IsLast)
        {
            emptyInRow = staleInRow = 0;
            return null;
        }

        pages++;
        CountStretches(page);
        return IsCircle(page) ? RpdeFaults.Loop(page.Next)
            : emptyInRow >= limits.EmptyPages ? RpdeFaults.NoProgress(emptyInRow)
            : staleInRow >= limits.StalePages ? RpdeFaults.NoProgress(staleInRow)
            : pages >= limits.Pages ? RpdeFaults.TooManyPages(limits.Pages) : null;
    }

    private void CountStretches(RpdePage page)
    {
        var known = 0;
        var isNew = false;
        foreach (var item in page.Items)
        {
            known++;
            isNew |= recentItems.Add(Mixed(item.Id, item.Modified.Order ?? item.Modified.GetHashCode()));
        }

        foreach (var item in page.Rejected)
        {
            if (item.Id is { } id)
            {
                known++;
                isNew |= recentItems.Add(Mixed(id, 0));
            }
        }

        emptyInRow = known == 0 ? emptyInRow + 1 : 0;
        staleInRow = isNew ? 0 : known == 0 ? staleInRow : staleInRow + 1;
    }

    /// <summary>Short circles are found among the recent URLs; long ones by Brent's method, which compares each URL with
    /// one mark that is moved at every power of two.</summary>
    private bool IsCircle(RpdePage page)
    {
        if (pages == 1)
        {
            recentUrls.Add(Hash(page.Url));
        }

        var next = Hash(page.Next);
        var isCircle = !recentUrls.Add(next) || (pages > 1 && next == mark);
        if (pages == markMoves)
        {
            mark = next;
            markMoves *= 2;
        }

        return isCircle;
    }

    private static long Mixed(string id, long version) =>
        ((long)id.GetHashCode(StringComparison.Ordinal) << 32) ^ (version * -7046029254386353131L);

    /// <summary>64 bits that a publisher cannot make collide with another URL by accident, over millions of pages.</summary>
    private static long Hash(string url) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(url.AsSpan())));

    /// <summary>A set that forgets its oldest members.</summary>
    private sealed class RecentSet(int capacity)
    {
        private readonly HashSet<long> members = [];
        private readonly Queue<long> order = new();

        /// <summary>Whether the member was not there.</summary>
        public bool Add(long member)
        {
            if (!members.Add(member))
            {
                return false;
            }

            order.Enqueue(member);
            if (order.Count > capacity)
            {
                members.Remove(order.Dequeue());
            }

            return true;
        }
    }
}
