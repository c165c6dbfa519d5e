namespace Feeds.Harvester.Http;

/// <summary>The growing body of one page, in memory of <see cref="PageBudget"/>.</summary>
internal sealed class PageBuffer : IDisposable
{
    /// <summary>Bytes that every page starts with.</summary>
    public const int FirstSize = 64 * 1024;

    private const int Growth = 4;

    /// <summary>Most pages have one to two megabytes: from here on a buffer doubles only.</summary>
    private const int DoublesFrom = 1024 * 1024;
    private readonly PageBudget budget;
    private byte[]? array;
    private int size = FirstSize;
    private bool isLarge;

    internal PageBuffer(PageBudget budget, byte[] array)
    {
        this.budget = budget;
        this.array = array;
    }

    /// <summary>Bytes filled so far.</summary>
    public int Length { get; private set; }

    /// <summary>What was filled so far.</summary>
    public ReadOnlyMemory<byte> Filled => (array ?? throw new ObjectDisposedException(nameof(FetchedPage))).AsMemory(0, Length);

    /// <summary>The room that is left.</summary>
    public Memory<byte> Room => array.AsMemory(Length, size - Length);

    /// <summary>Records that bytes were put into <see cref="Room"/>.</summary>
    public void Advance(int bytes) => Length += bytes;

    /// <summary>Makes more room if that needs no waiting.</summary>
    public bool TryGrow()
    {
        var grown = size * (size < DoublesFrom ? Growth : 2);
        if (isLarge || budget.TryRent(grown) is not { } larger)
        {
            return false;
        }

        Move(larger);
        size = grown;
        return true;
    }

    /// <summary>Makes room for the largest page allowed, when the large buffer is free. False when it holds no more than now.</summary>
    public async ValueTask<bool> GrowToLargeAsync(CancellationToken cancel)
    {
        if (isLarge)
        {
            return false;
        }

        var larger = await budget.RentLargeAsync(cancel);
        if (larger.Length <= Length)
        {
            budget.ReturnLarge(larger);
            return false;
        }

        Move(larger);
        size = larger.Length;
        isLarge = true;
        return true;
    }

    /// <summary>Gives the memory back; may be called twice.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref array, null) is not { } held)
        {
            return;
        }

        if (isLarge)
        {
            budget.ReturnLarge(held);
        }
        else
        {
            budget.Return(held, size);
        }
    }

    private void Move(byte[] larger)
    {
        var smaller = array!;
        smaller.AsSpan(0, Length).CopyTo(larger);
        array = larger;
        budget.Return(smaller, size);
    }
}
