namespace Signposting.Suitability.Yaml;

/// <summary>A text that is no YAML, or YAML with something that rule files may not have.</summary>
internal sealed class YamlRefusedException(string message, int line, int column) : Exception(message)
{
    internal int Line { get; } = line;

    internal int Column { get; } = column;
}
