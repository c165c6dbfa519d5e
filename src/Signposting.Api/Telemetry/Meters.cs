using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Signposting.Api.Telemetry;

/// <summary>What the service counts and traces. Every meter and source of ours begins with <see cref="Prefix"/>; those are shown, and no others of the framework that could carry an address.</summary>
internal static class Meters
{
    public const string Prefix = "Signposting";

    public static readonly Meter Service = new(Prefix);

    public static readonly ActivitySource Requests = new(Prefix);

    /// <summary>Name and tags as OpenTelemetry's conventions for HTTP servers have them.</summary>
    public static readonly Histogram<double> RequestDuration = Service.CreateHistogram(
        "http.server.request.duration", "s", "Time that requests took, by route and status.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] });
}
