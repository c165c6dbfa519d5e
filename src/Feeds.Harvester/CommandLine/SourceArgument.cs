using System.CommandLine;
using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Settings;

namespace Feeds.Harvester.CommandLine;

/// <summary><c>[SOURCE…]</c> of the commands that harvest.</summary>
internal static class SourceArgument
{
    public static Argument<string[]> Create() => new("SOURCE")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "URLs of catalogue collections, catalogues, dataset sites or feeds; instead of Feeds:Sources",
    };

    /// <summary>The options with these sources, if there are any.</summary>
    /// <exception cref="SettingsException">One is no URL that can be harvested.</exception>
    public static HarvesterOptions Apply(HarvesterOptions options, string[] sources) =>
        sources.Length == 0 ? options : options with { Sources = SettingsReader.CheckSources(sources) };
}
