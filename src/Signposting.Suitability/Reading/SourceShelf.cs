using System.Globalization;
using Signposting.Suitability.Sources;

namespace Signposting.Suitability.Reading;

/// <summary>The sources that rules may name, from <c>sources.yaml</c>.</summary>
internal sealed class SourceShelf
{
    /// <summary>Where MET values with a code come from.</summary>
    internal const string CompendiumKey = "compendium-2011";

    /// <summary>What estimates rest on.</summary>
    internal const string GeneralKnowledgeKey = "general-knowledge";

    /// <summary>What the words of a record rest on.</summary>
    internal const string TheRecordKey = "the-record";

    private static readonly Source Missing = new() { Key = "", Title = "", Basis = Basis.GeneralKnowledge, Statement = "" };

    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);

    internal IEnumerable<Source> All => _sources.Values;

    internal void Read(MapReader file)
    {
        foreach (var map in file.Maps("sources"))
        {
            var source = ReadOne(map);
            if (!_sources.TryAdd(source.Key, source))
            {
                map.Report($"There are two sources \"{source.Key}\".");
            }

            map.End();
        }

        foreach (var key in new[] { CompendiumKey, GeneralKnowledgeKey, TheRecordKey }.Where(key => !_sources.ContainsKey(key)))
        {
            file.Report($"The source \"{key}\" has to be there.");
        }
    }

    /// <summary>The source that a map names under <c>source</c>: a claim without one is refused.</summary>
    internal Source Of(MapReader map)
    {
        if (!map.Has("source"))
        {
            map.Report("A claim without a source: add \"source\", naming one of sources.yaml.");
            return Missing;
        }

        return Named(map.Text("source"), map);
    }

    internal Source Named(string key, MapReader map)
    {
        if (_sources.TryGetValue(key, out var source))
        {
            return source;
        }

        map.Report($"The source \"{key}\" is not in sources.yaml.");
        return Missing;
    }

    internal Statement Statement(MapReader map)
    {
        var statement = new Statement(map.Text("text"), Of(map));
        map.End();
        return statement;
    }

    internal IReadOnlyList<Statement> Statements(MapReader map, string name) => [.. map.Maps(name).Select(Statement)];

    private static Source ReadOne(MapReader map) => new()
    {
        Key = map.Text("key"),
        Title = map.Text("title"),
        Year = ReadYear(map),
        Url = ReadUrl(map),
        Basis = ReadBasis(map),
        Statement = map.Text("statement"),
    };

    private static int? ReadYear(MapReader map)
    {
        if (map.TextOrNull("year") is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2100)
        {
            return year;
        }

        map.Report($"\"{text}\" is no year.");
        return null;
    }

    private static string? ReadUrl(MapReader map)
    {
        var text = map.TextOrNull("url");
        if (text is not null && !text.StartsWith("https://", StringComparison.Ordinal))
        {
            map.Report($"\"{text}\" is no address that starts with https://.");
        }

        return text;
    }

    private static Basis ReadBasis(MapReader map)
    {
        var text = map.Text("basis");
        switch (text)
        {
            case "guideline": return Basis.Guideline;
            case "consensus": return Basis.Consensus;
            case "second-hand": return Basis.SecondHand;
            case "general-knowledge": return Basis.GeneralKnowledge;
            default:
                map.Report($"The basis cannot be \"{text}\": it is one of guideline, consensus, second-hand, general-knowledge.");
                return Basis.GeneralKnowledge;
        }
    }
}
