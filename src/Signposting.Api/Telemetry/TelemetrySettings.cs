using Feeds.Harvester.Settings;

namespace Signposting.Api.Telemetry;

/// <summary>The settings under <c>Telemetry:</c>.</summary>
internal sealed record TelemetrySettings
{
    private const string Section = "Telemetry";

    /// <summary><c>Telemetry:Otlp</c>: where metrics and traces are sent by OTLP over HTTP (<c>http://collector:4318</c>); null: nowhere.</summary>
    public Uri? Otlp { get; init; }

    /// <summary><c>Telemetry:Logs</c>: <c>json</c> writes a JSON object for each line of the log; <c>text</c> what a person reads.</summary>
    public bool JsonLogs { get; init; }

    /// <exception cref="SettingsException">A value is wrong, or the key does not exist.</exception>
    public static TelemetrySettings Read(IConfiguration configuration)
    {
        var settings = new TelemetrySettings();
        var problems = new List<string>();
        foreach (var setting in configuration.GetSection(Section).GetChildren())
        {
            switch (setting.Key.ToUpperInvariant())
            {
                case "OTLP" when string.IsNullOrEmpty(setting.Value):
                    break;
                case "OTLP" when Uri.TryCreate(setting.Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https":
                    settings = settings with { Otlp = new Uri(url.AbsoluteUri.TrimEnd('/') + '/') };
                    break;
                case "OTLP":
                    problems.Add($"Telemetry:Otlp: '{setting.Value}' is not a URL; write for example http://localhost:4318");
                    break;
                case "LOGS" when setting.Value?.ToLowerInvariant() is "json" or "text":
                    settings = settings with { JsonLogs = setting.Value.Equals("json", StringComparison.OrdinalIgnoreCase) };
                    break;
                case "LOGS":
                    problems.Add($"Telemetry:Logs: '{setting.Value}' is neither text nor json.");
                    break;
                default:
                    problems.Add($"Telemetry:{setting.Key}: there is no such setting. Known are Telemetry:Otlp, Telemetry:Logs.");
                    break;
            }
        }

        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }
}
