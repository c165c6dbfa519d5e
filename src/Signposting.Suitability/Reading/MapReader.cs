using Signposting.Suitability.Yaml;

namespace Signposting.Suitability.Reading;

/// <summary>
/// Takes the properties of one mapping by name. What is missing, of a wrong form or left over is added to the problems,
/// so that one run names everything that is wrong.
/// </summary>
internal sealed class MapReader(string file, YamlMapping map, List<RuleProblem> problems)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    internal int Line => map.Line;

    internal bool Has(string name) => map.Entries.Any(entry => entry.Key.Text == name);

    /// <summary>A text that has to be there; empty, and a problem, when it is not.</summary>
    internal string Text(string name)
    {
        if (Take(name) is not { } node)
        {
            Report($"\"{name}\" is missing.");
            return "";
        }

        if (node is YamlScalar { Text: var text } && !string.IsNullOrWhiteSpace(text))
        {
            return text.Trim();
        }

        Report(node, $"\"{name}\" has to be a text that is not empty.");
        return "";
    }

    internal string? TextOrNull(string name) => Has(name) ? Text(name) : null;

    /// <summary>A list of texts, or one text; empty when it is not there.</summary>
    internal IReadOnlyList<string> Texts(string name)
    {
        switch (Take(name))
        {
            case null:
                return [];
            case YamlScalar one:
                return [one.Text];
            case YamlSequence many when many.Items.All(item => item is YamlScalar):
                return [.. many.Items.Cast<YamlScalar>().Select(item => item.Text)];
            case var other:
                Report(other, $"\"{name}\" has to be a list of texts.");
                return [];
        }
    }

    /// <summary>A list of mappings; empty when it is not there.</summary>
    internal IReadOnlyList<MapReader> Maps(string name)
    {
        switch (Take(name))
        {
            case null:
                return [];
            case YamlSequence many when many.Items.All(item => item is YamlMapping):
                return [.. many.Items.Cast<YamlMapping>().Select(item => new MapReader(file, item, problems))];
            case var other:
                Report(other, $"\"{name}\" has to be a list of mappings.");
                return [];
        }
    }

    internal MapReader? MapOrNull(string name)
    {
        switch (Take(name))
        {
            case null:
                return null;
            case YamlMapping one:
                return new MapReader(file, one, problems);
            case var other:
                Report(other, $"\"{name}\" has to be a mapping.");
                return null;
        }
    }

    /// <summary>The names that have not been taken yet, which are taken with this.</summary>
    internal IReadOnlyList<string> Rest()
    {
        string[] rest = [.. map.Entries.Select(entry => entry.Key.Text).Where(name => !_taken.Contains(name))];
        return rest;
    }

    /// <summary>Reports whatever was not asked for: a misspelt name must not be ignored silently.</summary>
    internal void End()
    {
        foreach (var (key, _) in map.Entries.Where(entry => !_taken.Contains(entry.Key.Text)))
        {
            Report(key, $"\"{key.Text}\" is not known here.");
        }
    }

    internal void Report(string text) => Report(map, text);

    private void Report(YamlNode at, string text) => problems.Add(new RuleProblem(file, at.Line, at.Column, text));

    private YamlNode? Take(string name)
    {
        _taken.Add(name);
        return map.Entries.FirstOrDefault(entry => entry.Key.Text == name).Value;
    }
}
