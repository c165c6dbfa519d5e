namespace Signposting.Suitability.Yaml;

/// <summary>A part of a YAML document, with where it stands (from 1).</summary>
internal abstract record YamlNode(int Line, int Column);

/// <summary>A single value; numbers and <c>yes</c> stay the text that they are.</summary>
internal sealed record YamlScalar(string Text, int Line, int Column) : YamlNode(Line, Column);

internal sealed record YamlSequence(IReadOnlyList<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column);

/// <summary>Keys are distinct.</summary>
internal sealed record YamlMapping(IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> Entries, int Line, int Column) : YamlNode(Line, Column);
