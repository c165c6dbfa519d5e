using System.Diagnostics.Metrics;
using Signposting.Api.Feeds;
using Signposting.Api.Hosting;
using Signposting.Store;
using Signposting.Store.Feeds;

namespace Signposting.Api.Telemetry;

/// <summary>How the feeds are doing, as gauges: read from the store, so that it does not matter which process harvests.</summary>
internal sealed class FeedGauges : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly StoreAccess _access;
    private readonly TimeProvider _time;
    private readonly Meter _meter;
    private readonly Lock _lock = new();
    private IReadOnlyList<FeedStatus> _feeds = [];
    private long? _readAt;

    public FeedGauges(StoreAccess access, TimeProvider time)
    {
        (_access, _time) = (access, time);
        _meter = new Meter(new MeterOptions($"{Meters.Prefix}.Feeds") { Scope = this });
        _meter.CreateObservableGauge("signposting.feed.lag", () => Each(Lag), "s", "Seconds since the feed last answered properly.");
        _meter.CreateObservableGauge("signposting.feed.items", () => Each(feed => feed.ItemsHeld), null, "Records held of the feed.");
        _meter.CreateObservableGauge("signposting.feed.orphans", () => Each(feed => feed.Orphans), null, "Sessions held whose opportunity nobody describes.");
        _meter.CreateObservableGauge("signposting.feed.rejected", Rejected, null, "Records of the feed that cannot be kept, by reason.");
        _meter.CreateObservableGauge("signposting.feeds", ByState, null, "Feeds by state.");
    }

    /// <summary>Reads the feeds, unless that was done a moment ago. A store that does not answer leaves them as they were: the lag then grows.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        lock (_lock)
        {
            if (!_access.IsOpen || (_readAt is { } at && _time.GetElapsedTime(at) < Fresh))
                return;
            _readAt = _time.GetTimestamp();
        }

        try
        {
            _feeds = await _access.Store.ListFeedsAsync(cancel);
        }
        catch (StoreException)
        {
            // signposting.store.duration counts it as failed.
        }
    }

    public void Dispose() => _meter.Dispose();

    private double? Lag(FeedStatus feed) => feed.LastSuccess is { } last ? Math.Max(0, (_time.GetUtcNow() - last).TotalSeconds) : null;

    private IEnumerable<Measurement<double>> Each(Func<FeedStatus, double?> value) =>
        from feed in _feeds
        let measured = value(feed)
        where measured is not null
        select new Measurement<double>(measured.Value, new KeyValuePair<string, object?>("feed", feed.Url));

    private IEnumerable<Measurement<long>> Rejected() =>
        from feed in _feeds
        from rejected in feed.Rejected
        select new Measurement<long>(rejected.Count, new KeyValuePair<string, object?>("feed", feed.Url), new KeyValuePair<string, object?>("reason", rejected.Reason));

    private IEnumerable<Measurement<long>> ByState() =>
        from state in Enum.GetValues<FeedState>()
        select new Measurement<long>(_feeds.LongCount(feed => feed.State == state), new KeyValuePair<string, object?>("state", ListFeeds.WordOf(state)));
}
