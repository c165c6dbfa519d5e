using System.Buffers;
using System.Threading.Channels;

namespace Feeds.Harvester.Http;

/// <summary>
/// The memory that all pages in the harvester share. A page starts small and grows with what really arrives, so that a
/// publisher which announces much and sends slowly holds little. A page that outgrows the ordinary size, or finds the
/// ordinary memory used up, waits for the one large buffer, whose holder never has to wait again: nobody can wait for
/// memory that is held by somebody who waits as well.
/// </summary>
internal sealed class PageBudget(FetchLimits limits)
{
    private const int LargestOrdinary = 4 * 1024 * 1024;
    private readonly ArrayPool<byte> pool = ArrayPool<byte>.Create(LargestOrdinary, maxArraysPerBucket: 4);
    private readonly Channel<byte[]> large = FilledWithOne();
    private readonly Lock gate = new();
    private readonly LinkedList<TaskCompletionSource> waiting = new();
    private long free = limits.SharedBytes;

    /// <summary>Bytes of ordinary memory that nobody holds.</summary>
    public long Free
    {
        get
        {
            lock (gate)
            {
                return free;
            }
        }
    }

    /// <summary>An empty buffer; waits, in order, while the ordinary memory is used up.</summary>
    public async ValueTask<PageBuffer> StartAsync(CancellationToken cancel)
    {
        while (true)
        {
            LinkedListNode<TaskCompletionSource> place;
            lock (gate)
            {
                if (TryRent(PageBuffer.FirstSize) is { } array)
                {
                    return new PageBuffer(this, array);
                }

                place = waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            await WaitAsync(place, cancel);
        }
    }

    /// <summary>An ordinary array of at least this size, or null when there is none now.</summary>
    internal byte[]? TryRent(int size)
    {
        lock (gate)
        {
            if (size > LargestOrdinary || size > free)
            {
                return null;
            }

            free -= size;
            return pool.Rent(size);
        }
    }

    /// <summary>Gives an ordinary array back.</summary>
    internal void Return(byte[] array, int size)
    {
        pool.Return(array);
        lock (gate)
        {
            free += size;
            if (waiting.First is { } first)
            {
                waiting.RemoveFirst();
                first.Value.TrySetResult();
            }
        }
    }

    /// <summary>The one large buffer, as large as a page may be.</summary>
    internal async ValueTask<byte[]> RentLargeAsync(CancellationToken cancel)
    {
        var held = await large.Reader.ReadAsync(cancel);
        return held.Length > 0 ? held : GC.AllocateUninitializedArray<byte>(limits.PageBytes);
    }

    /// <summary>Gives the large buffer back.</summary>
    internal void ReturnLarge(byte[] array) => large.Writer.TryWrite(array);

    /// <summary>The place of the large buffer, which is made when it is first wanted.</summary>
    private static Channel<byte[]> FilledWithOne()
    {
        var channel = Channel.CreateBounded<byte[]>(1);
        channel.Writer.TryWrite([]);
        return channel;
    }

    private async Task WaitAsync(LinkedListNode<TaskCompletionSource> place, CancellationToken cancel)
    {
        try
        {
            await place.Value.Task.WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            lock (gate)
            {
                if (place.List is not null)
                {
                    waiting.Remove(place);
                }
                else if (waiting.First is { } heir)
                {
                    // We were called as we left: the call goes to the next in line.
                    waiting.RemoveFirst();
                    heir.Value.TrySetResult();
                }
            }

            throw;
        }
    }
}
