using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Signposting.Api.Telemetry;

/// <summary>Adds up what our meters and the runtime's say, for whoever asks <c>/metrics</c>.</summary>
internal sealed class MetricsCollector : IDisposable
{
    private const string Runtime = "System.Runtime";

    private readonly MeterListener _listener = new();
    private readonly Lock _writing = new();
    private readonly ConcurrentDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);

    public MetricsCollector(FeedGauges gauges)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            var isOurs = instrument.Meter.Name.StartsWith(Meters.Prefix, StringComparison.Ordinal) || instrument.Meter.Name == Runtime;
            // A meter with a scope belongs to one service of the process.
            if (isOurs && (instrument.Meter.Scope is not FeedGauges scope || ReferenceEquals(scope, gauges)))
                listener.EnableMeasurementEvents(instrument, FamilyOf(instrument));
        };
        _listener.SetMeasurementEventCallback<double>((_, value, tags, family) => ((MetricFamily)family!).Take(value, tags));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, family) => ((MetricFamily)family!).Take(value, tags));
        _listener.SetMeasurementEventCallback<int>((_, value, tags, family) => ((MetricFamily)family!).Take(value, tags));
        _listener.Start();
    }

    /// <summary>Everything at this moment, in Prometheus' text format.</summary>
    public void Write(TextWriter output)
    {
        // One at a time: what is observed is forgotten and read anew.
        lock (_writing)
        {
            foreach (var (_, family) in _families)
                family.BeginObservation();
            _listener.RecordObservableInstruments();
            foreach (var (_, family) in _families.OrderBy(family => family.Key, StringComparer.Ordinal))
                family.Write(output);
        }
    }

    public void Dispose() => _listener.Dispose();

    private MetricFamily FamilyOf(Instrument instrument) => _families.GetOrAdd(MetricName.Of(instrument), static (name, first) => new MetricFamily(name, first), instrument);
}
