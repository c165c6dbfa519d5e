using System.Globalization;

namespace Signposting.Benchmarks;

/// <summary>Options of the form <c>--name value</c>.</summary>
internal sealed class BenchmarkOptions
{
    private readonly Dictionary<string, string> _values;

    public BenchmarkOptions(IEnumerable<string> arguments)
    {
        var pairs = arguments.Chunk(2).ToArray();
        if (pairs.FirstOrDefault(pair => pair.Length != 2 || !pair[0].StartsWith("--", StringComparison.Ordinal)) is { } wrong)
            throw new BenchmarkException($"Options have the form --name value, not \"{string.Join(' ', wrong)}\".");
        _values = pairs.ToDictionary(pair => pair[0][2..], pair => pair[1], StringComparer.Ordinal);
    }

    public int Number(string name, int otherwise) =>
        !_values.TryGetValue(name, out var text) ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new BenchmarkException($"--{name} needs a whole number, not \"{text}\".");

    public IReadOnlyList<string> Words(string name, string otherwise) =>
        _values.GetValueOrDefault(name, otherwise).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
