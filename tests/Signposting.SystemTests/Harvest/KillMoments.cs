using System.Globalization;
using Signposting.SystemTests.Support;

namespace Signposting.SystemTests.Harvest;

/// <summary>
/// When a harvest is to be killed: one in five while it starts, one in ten at its end, the others when it has asked for a random number of
/// pages more and has had a random part of the time for what it does with them. All times are those of the harvests just before.
/// </summary>
internal sealed class KillMoments(CountingRelay relay, Random random)
{
    /// <summary>A store sees about eight kills before its harvest gets to the end.</summary>
    private const int KillsForAStore = 8;

    /// <summary>A harvester that is started again asks for the dataset site and for the current page of each feed.</summary>
    private const int AskedAgain = 9;

    private readonly int[] quarters = new int[4];
    private TimeSpan startUp = TimeSpan.FromSeconds(1);
    private TimeSpan forOne = TimeSpan.FromMilliseconds(10);
    private TimeSpan ending = TimeSpan.FromMilliseconds(500);
    private int whole;
    private int stores;
    private int inStartUp;
    private long begun;
    private int before;
    private int beforeStore;
    private int restarts;

    public int Hits { get; private set; }

    private int Asked => relay.Requests - before;

    private int AskedForStore => Math.Max(0, relay.Requests - beforeStore - (restarts * AskedAgain));

    /// <summary>A harvester was started.</summary>
    public void Begin()
    {
        (begun, before) = (TimeProvider.System.GetTimestamp(), relay.Requests);
        _ = TimeAsync(relay.MoreAsync(1), relay.MoreAsync(20));
    }

    /// <summary>A harvest of an empty store begins.</summary>
    public void BeginStore() => (stores, beforeStore, restarts) = (stores + 1, relay.Requests, 0);

    /// <summary>The one that began last was not disturbed.</summary>
    public void HaveSeenAWholeHarvest() => (whole, ending) = (Asked, relay.Quiet);

    /// <summary>Ends when it is time.</summary>
    public async Task NextAsync(CancellationToken cancel)
    {
        var dice = random.Next(10);
        if (dice < 2)
        {
            await Task.Delay(startUp * random.NextDouble(), cancel);
            return;
        }

        var left = Math.Max(1, whole - AskedForStore);
        await relay.MoreAsync(dice == 2 ? left : random.Next(1, Math.Max(2, whole / KillsForAStore * 2))).WaitAsync(cancel);
        await Task.Delay(dice == 2 ? ending * random.NextDouble() : forOne * (4 * random.NextDouble()), cancel);
    }

    /// <summary>The one that began last was killed.</summary>
    public void Hit()
    {
        Hits++;
        if (Asked == 0)
            inStartUp++;
        else
            quarters[Math.Min(3, AskedForStore * 4 / whole)]++;
        restarts++;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Hits} kills hit a harvest of {whole} requests: {inStartUp} before it asked for anything, {string.Join(", ", quarters)} in the four quarters of its way; {stores} stores compared");

    private async Task TimeAsync(Task first, Task twentieth)
    {
        var start = begun;
        await first;
        if (begun != start)
            return;
        var waited = startUp = TimeProvider.System.GetElapsedTime(start);
        await twentieth;
        if (begun == start)
            forOne = (TimeProvider.System.GetElapsedTime(start) - waited) / 19;
    }
}
