using Signposting.Suitability.Sources;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Reading;

/// <summary>What several conditions say alike, from <c>everybody.yaml</c>: sets of rules by name, and when anybody has to stop.</summary>
internal sealed class SharedRules(SourceShelf sources, RuleSetReader rules)
{
    private readonly Dictionary<string, IReadOnlyList<SuitabilityRule>> _sets = new(StringComparer.Ordinal);

    internal IReadOnlyList<Statement> Stop { get; private set; } = [];

    /// <summary>Rules that every condition has.</summary>
    internal IReadOnlyList<SuitabilityRule> ForAll { get; private set; } = [];

    internal void Read(MapReader file)
    {
        Stop = sources.Statements(file, "stop");
        ForAll = rules.ReadRules(file, "rules");
        var sets = file.MapOrNull("rule-sets");
        foreach (var name in sets?.Rest() ?? [])
        {
            _sets[name] = rules.ReadRules(sets!, name);
        }
    }

    internal IReadOnlyList<SuitabilityRule> SetsOf(MapReader map, string name)
    {
        var found = new List<SuitabilityRule>();
        foreach (var set in map.Texts(name))
        {
            if (_sets.TryGetValue(set, out var rulesOfSet))
            {
                found.AddRange(rulesOfSet);
            }
            else
            {
                map.Report($"everybody.yaml has no rule set \"{set}\".");
            }
        }

        return found;
    }
}
