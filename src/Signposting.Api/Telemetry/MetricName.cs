using System.Diagnostics.Metrics;
using System.Text;

namespace Signposting.Api.Telemetry;

/// <summary>Names as OpenTelemetry's rules for Prometheus make them: <c>signposting.store.duration</c> in s is <c>signposting_store_duration_seconds</c>.</summary>
internal static class MetricName
{
    public static string Of(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        var name = Clean(instrument.Name) + unit;
        return MetricFamily.IsCounter(instrument) ? name + "_total" : name;
    }

    /// <summary>A label: letters, digits and underscores.</summary>
    public static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var letter in name)
            clean.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        return clean.ToString();
    }
}
