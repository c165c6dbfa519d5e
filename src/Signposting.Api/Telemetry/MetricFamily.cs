using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Signposting.Api.Telemetry;

/// <summary>All series of one instrument, and how they are written. Bounded: what comes after <see cref="MostSeries"/> different labels is not kept.</summary>
internal sealed class MetricFamily(string name, Instrument instrument)
{
    private const int MostSeries = 5_000;
    private static readonly double[] DefaultBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly bool _adds = instrument is Counter<long> or Counter<double> or Counter<int> or UpDownCounter<long> or UpDownCounter<double> or UpDownCounter<int>;
    private readonly double[]? _bounds = BoundsOf(instrument);

    public static bool IsCounter(Instrument instrument) =>
        instrument is Counter<long> or Counter<double> or Counter<int> or ObservableCounter<long> or ObservableCounter<double> or ObservableCounter<int>;

    public void Take(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        lock (_lock)
        {
            if (!_series.TryGetValue(labels, out var series))
            {
                if (_series.Count >= MostSeries)
                    return;
                _series.Add(labels, series = new Series(_bounds is null ? 0 : _bounds.Length));
            }

            series.Take(value, _adds, _bounds);
        }
    }

    /// <summary>What is observed anew each time must not keep what is there no more.</summary>
    public void BeginObservation()
    {
        if (!instrument.IsObservable)
            return;
        lock (_lock)
            _series.Clear();
    }

    public void Write(TextWriter output)
    {
        lock (_lock)
        {
            if (_series.Count == 0)
                return;
            output.Write($"# HELP {name} {(instrument.Description ?? instrument.Name).ReplaceLineEndings(" ")}\n# TYPE {name} {TypeName}\n");
            foreach (var (labels, series) in _series)
                Write(output, labels, series);
        }
    }

    private string TypeName => _bounds is not null ? "histogram" : IsCounter(instrument) ? "counter" : "gauge";

    private void Write(TextWriter output, string labels, Series series)
    {
        if (_bounds is null)
        {
            output.Write($"{name}{Braced(labels)} {Text(series.Sum)}\n");
            return;
        }

        var below = 0L;
        for (var i = 0; i < _bounds.Length; i++)
        {
            below += series.Buckets[i];
            output.Write($"{name}_bucket{{{labels}{(labels.Length > 0 ? "," : "")}le=\"{Text(_bounds[i])}\"}} {below}\n");
        }

        output.Write($"{name}_bucket{{{labels}{(labels.Length > 0 ? "," : "")}le=\"+Inf\"}} {series.Count}\n");
        output.Write($"{name}_sum{Braced(labels)} {Text(series.Sum)}\n{name}_count{Braced(labels)} {series.Count}\n");
    }

    private static string Braced(string labels) => labels.Length > 0 ? $"{{{labels}}}" : "";

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        var labels = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            if (labels.Length > 0)
                labels.Append(',');
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            labels.Append(MetricName.Clean(key)).Append("=\"").Append(text.AsSpan().IndexOfAny('\\', '"', '\n') < 0 ? text : Escaped(text)).Append('"');
        }

        return labels.ToString();
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static double[]? BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> histogram => [.. histogram.Advice?.HistogramBucketBoundaries ?? DefaultBounds],
        Histogram<long> or Histogram<int> => DefaultBounds,
        _ => null,
    };

    private sealed class Series(int buckets)
    {
        public long[] Buckets { get; } = new long[buckets];

        public double Sum { get; private set; }

        public long Count { get; private set; }

        public void Take(double value, bool adds, double[]? bounds)
        {
            Sum = adds || bounds is not null ? Sum + value : value;
            Count++;
            if (bounds is null)
                return;
            var bucket = Array.FindIndex(bounds, bound => value <= bound);
            if (bucket >= 0)
                Buckets[bucket]++;
        }
    }
}
