namespace Signposting.Suitability.Yaml;

/// <summary>Far above what a rule file needs, far below what could hurt.</summary>
internal static class YamlLimits
{
    internal const int Characters = 256 * 1024;

    internal const int Depth = 12;

    internal const int Nodes = 50_000;
}
