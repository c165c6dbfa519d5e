using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Signposting.Api.Telemetry;

/// <summary>Sends our metrics and traces by OTLP over HTTP, where the settings name a collector.</summary>
internal sealed class OtlpExport(TelemetrySettings settings, FeedGauges gauges, TimeProvider time) : BackgroundService
{
    private const string Wanted = Meters.Prefix + "*";
    private static readonly TimeSpan BetweenReads = TimeSpan.FromSeconds(15);

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <summary>Before the first request is served.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Otlp is not { } collector)
            return Task.CompletedTask;
        _traces = Sdk.CreateTracerProviderBuilder().ConfigureResource(Describe).AddSource(Wanted)
            .AddOtlpExporter(options => SendTo(options, new Uri(collector, "v1/traces"))).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().ConfigureResource(Describe).AddMeter(Wanted, "System.Runtime")
            .AddOtlpExporter(options => SendTo(options, new Uri(collector, "v1/metrics"))).Build();
        return base.StartAsync(cancellationToken);
    }

    /// <summary>What was not sent yet is sent as they go.</summary>
    public override void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(BetweenReads, time);
        try
        {
            do
                await gauges.RefreshAsync(stoppingToken);
            while (await ticks.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends.
        }
    }

    private static void Describe(ResourceBuilder resource) => resource.AddService("signposting", serviceInstanceId: Environment.MachineName);

    private static void SendTo(OtlpExporterOptions options, Uri address)
    {
        options.Endpoint = address;
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
    }
}
