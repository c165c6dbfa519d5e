using System.Text;

namespace Signposting.Suitability.CodeLists;

/// <summary>One line of comma-separated values (RFC 4180): quotes around a value, "" for a quote in it; no value spans lines.</summary>
internal static class CsvLine
{
    internal static IReadOnlyList<string> Split(string line)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                value.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                values.Add(Take(value));
            }
            else
            {
                value.Append(c);
            }
        }

        values.Add(Take(value));
        return values;
    }

    private static string Take(StringBuilder value)
    {
        var text = value.ToString().Trim();
        value.Clear();
        return text;
    }
}
