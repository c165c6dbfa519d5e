using System.Diagnostics.Metrics;
using Signposting.Api.Telemetry;

namespace Signposting.Api.Tests.Telemetry;

public sealed class MetricFamilyTests : IDisposable
{
    private readonly Meter _meter = new("test");

    [Fact]
    public void A_counter_adds_up_by_its_labels_which_are_escaped()
    {
        var family = Of(_meter.CreateCounter<long>("usage.drops", description: "Drops."));

        family.Take(2, [new("reason", "a\"b\\c\nd")]);
        family.Take(3, [new("reason", "a\"b\\c\nd")]);

        Assert.Equal("# HELP usage_drops_total Drops.\n# TYPE usage_drops_total counter\nusage_drops_total{reason=\"a\\\"b\\\\c\\nd\"} 5\n", Written(family));
    }

    [Fact]
    public void A_histogram_counts_from_below_and_its_bounds_belong_to_their_buckets()
    {
        var family = Of(_meter.CreateHistogram("time", "s", null, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2] }));

        foreach (var value in (double[])[0.5, 1, 1.5, 3])
            family.Take(value, []);

        Assert.Equal(
            "# HELP time_seconds time\n# TYPE time_seconds histogram\ntime_seconds_bucket{le=\"1\"} 2\ntime_seconds_bucket{le=\"2\"} 3\ntime_seconds_bucket{le=\"+Inf\"} 4\ntime_seconds_sum 6\ntime_seconds_count 4\n",
            Written(family));
    }

    [Fact]
    public void A_gauge_is_what_it_was_last()
    {
        var family = Of(_meter.CreateGauge<double>("level"));

        family.Take(2, []);
        family.Take(1.5, []);

        Assert.Contains("# TYPE level gauge\nlevel 1.5\n", Written(family), StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_is_bounded_however_many_labels_there_are()
    {
        var family = Of(_meter.CreateCounter<long>("many"));

        for (var i = 0; i < 6_000; i++)
            family.Take(1, [new("i", i)]);

        Assert.Equal(5_000 + 3, Written(family).Split('\n').Length);
    }

    public void Dispose() => _meter.Dispose();

    private static MetricFamily Of(Instrument instrument) => new(MetricName.Of(instrument), instrument);

    private static string Written(MetricFamily family)
    {
        using var text = new StringWriter();
        family.Write(text);
        return text.ToString();
    }
}
