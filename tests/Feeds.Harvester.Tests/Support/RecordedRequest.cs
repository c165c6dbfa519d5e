using System.Text;

namespace Feeds.Harvester.Tests.Support;

/// <summary>A request as it stood on the wire, byte for byte (read as Latin-1).</summary>
/// <param name="Line">The request line without its line end, <c>GET /feed HTTP/1.1</c>.</param>
/// <param name="Headers">Header lines by name, names case-insensitive.</param>
public sealed record RecordedRequest(string Line, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What stands between the method and the version.</summary>
    public string Target { get; } = Line[(Line.IndexOf(' ', StringComparison.Ordinal) + 1)..Line.LastIndexOf(' ')];

    /// <summary>A header, or an empty string.</summary>
    public string Header(string name) => Headers.GetValueOrDefault(name, "");

    internal static async Task<RecordedRequest?> ReadAsync(Stream stream, CancellationToken stopping)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!EndsWithBlankLine(head))
        {
            if (await stream.ReadAsync(one, stopping) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1)
            .Select(line => line.Split(':', 2))
            .GroupBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First()[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return new RecordedRequest(lines[0], headers);
    }

    private static bool EndsWithBlankLine(List<byte> head) =>
        head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n';
}
