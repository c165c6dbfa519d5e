using System.Collections.Concurrent;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests.Properties;

/// <summary>
/// A publisher who never rests: classes come, move, change their times, prices and names, and go, page after page, until stopped. Beside
/// them stand classes that only have their descriptions rewritten, which moves them in no order.
/// </summary>
internal sealed class BusyFeed(TestFeed feed, IReadOnlyList<Listing> steady, int restless, int seed)
{
    private const int ChangesOnPage = 20;

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _there = [];
    private readonly ConcurrentDictionary<string, int> _changedOn = new(StringComparer.Ordinal);
    private long _modified = 1;

    public int Pages { get; private set; }

    /// <summary>Whether a class that comes and goes has changed on this page or a later one.</summary>
    public bool HasChanged(string publicId, int sincePage) => _changedOn.GetValueOrDefault(publicId, -1) >= sincePage;

    public Task BeginAsync() => feed.CommitAsync([.. steady.Select(listing => listing.ToItem())]);

    public async Task WriteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var page = Enumerable.Range(0, ChangesOnPage).Select(_ => Change()).DistinctBy(change => change.Id).ToArray();
            await feed.CommitAsync(page);
            Pages++;
        }
    }

    private ItemChange Change()
    {
        _modified++;
        if (_random.Next(4) == 0)
            return Rewritten(steady[_random.Next(steady.Count)]).ToItem(_modified);
        var id = $"restless {_random.Next(restless)}";
        _changedOn[SubjectKey.FromId(id).ToPublicId()] = Pages;
        if (_random.Next(3) == 0 && _there.Remove(id))
            return Item.Tombstone(id, _modified);
        _there.Add(id);
        return (Listing.Timetable(_random.Next(), 1)[0] with { Id = id }).ToItem(_modified);
    }

    private Listing Rewritten(Listing listing) =>
        listing.Description.Text is null ? listing : listing with { Description = listing.Description with { Text = $"Bring a mat. Version {_modified}." } };
}
