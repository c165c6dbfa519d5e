using System.Text;

namespace Signposting.Suitability.Documents;

/// <summary>Lines of comma-separated values.</summary>
internal static class Csv
{
    internal static void AppendRow(this StringBuilder text, IEnumerable<string> values) =>
        text.AppendJoin(',', values.Select(Quote)).Append('\n');

    private static string Quote(string value) =>
        value.AsSpan().IndexOfAny(",\"\n") < 0 ? value : "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
