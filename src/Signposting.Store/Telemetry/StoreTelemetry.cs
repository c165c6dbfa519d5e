using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Signposting.Store.Telemetry;

/// <summary>How long the store takes, by operation. Names of operations only: nothing that was asked for, and nothing that was found.</summary>
internal static class StoreTelemetry
{
    /// <summary>Name of the meter and of the source of activities.</summary>
    public const string Name = "Signposting.Store";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Source = new(Name);
    private static readonly ConcurrentDictionary<string, string> Operations = new(StringComparer.Ordinal);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "signposting.store.duration", "s", "Time that the store took, by operation.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60] });

    /// <param name="member">The method that uses the store, such as <c>SearchAsync</c>.</param>
    public static Measured Begin(string member)
    {
        var operation = Operations.GetOrAdd(member, static name => name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] : name);
        return new Measured(operation, Source.StartActivity(operation, ActivityKind.Client), Stopwatch.GetTimestamp());
    }

    /// <summary>One use of the store; ends when it is disposed.</summary>
    internal struct Measured(string operation, Activity? activity, long start) : IDisposable
    {
        private string outcome = "failed";

        public void Succeeded() => outcome = "ok";

        public readonly void Dispose()
        {
            Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("operation", operation), new KeyValuePair<string, object?>("outcome", outcome));
            if (activity is null)
                return;
            if (outcome != "ok")
                activity.SetStatus(ActivityStatusCode.Error);
            activity.Dispose();
        }
    }
}
