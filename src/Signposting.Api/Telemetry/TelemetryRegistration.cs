using System.Text;
using Signposting.Api.Access;
using Signposting.Api.Problems;

namespace Signposting.Api.Telemetry;

/// <summary>How the service is seen from outside.</summary>
internal static class TelemetryRegistration
{
    public static void AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<FeedGauges>();
        services.AddSingleton<MetricsCollector>();
        services.AddHostedService<OtlpExport>();
    }

    /// <summary><c>/metrics</c>, in Prometheus' text format (version 0.0.4).</summary>
    public static void MapTelemetry(this WebApplication app)
    {
        // Counts from the start, not from the first time that somebody asks.
        app.Services.GetRequiredService<MetricsCollector>();
        app.MapGet("/metrics", async (HttpContext http, MetricsCollector metrics, FeedGauges gauges) =>
            {
                await gauges.RefreshAsync(http.RequestAborted);
                using var text = new StringWriter();
                metrics.Write(text);
                http.Response.Headers.CacheControl = "no-store";
                return TypedResults.Text(text.ToString(), "text/plain; version=0.0.4", Encoding.UTF8);
            })
            .AllowAnyone()
            .TakesNoParameters()
            .ExcludeFromDescription();
    }
}
